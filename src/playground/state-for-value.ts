import type { PlacedElement } from './blocks';
import type { Option } from './state';

/** The element's state for a value that a person names; `offered` finds options by value. */
export async function stateForValue(
  { block, element }: PlacedElement,
  value: string,
  offered: (value: string) => Promise<Option[]>,
): Promise<unknown> {
  if (value === '') return null;
  if (element.type === 'datetimepicker') return Number(value);
  if (!isList(element.type)) return value;
  const options: Option[] = [];
  for (const wanted of isMultiple(element.type) ? value.split(',').map((one) => one.trim()) : [value]) {
    const found = await offered(wanted);
    const option = found.find((one) => one.value === wanted);
    if (!option) throw new Error(`${block.block_id} offers ${list(found)}, not ${wanted}.`);
    options.push(option);
  }
  return isMultiple(element.type) ? options : options[0];
}

function isList(type: string): boolean {
  return /(static|external)_select$|^(radio_buttons|checkboxes|overflow)$/.test(type);
}

function isMultiple(type: string): boolean {
  return type.startsWith('multi_') || type === 'checkboxes';
}

function list(options: readonly Option[]): string {
  return options.map(({ value }) => value).join(', ') || 'nothing';
}
