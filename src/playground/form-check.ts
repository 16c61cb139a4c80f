import { type Block, type Element, elementsOf } from './blocks';
import type { FileObject } from './files';
import { heldValue, type Values } from './view-state';

const LARGEST_FILE = 10 * 1024 * 1024;

/** The errors that Slack's client shows before it submits a form, by block id; empty when the form is valid. */
export function formErrors(blocks: readonly Block[], values: Values): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { block, element } of elementsOf(blocks)) {
    if (block.type !== 'input') continue;
    const blockId = block.block_id ?? '';
    const value = heldValue(values[blockId]?.[element.action_id ?? '']);
    const wrong = value === undefined ? required(block) : malformed(element, value);
    if (wrong) errors[blockId] = wrong;
  }
  return errors;
}

function required({ optional }: Block): string | undefined {
  return optional === true ? undefined : 'Please complete this required field.';
}

function malformed(element: Element, value: unknown): string | undefined {
  const text = String(value);
  switch (element.type) {
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(text) ? undefined : 'Please enter a valid URL.';
    case 'number_input':
      return badNumber(element, text);
    case 'plain_text_input':
      return badLength(element, text);
    case 'file_input':
      return badFiles(element, value as FileObject[]);
    case 'datepicker':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? undefined : 'Please enter a valid date.';
    default:
      return undefined;
  }
}

function badFiles({ filetypes, max_files = 10 }: Element, files: FileObject[]): string | undefined {
  if (files.length > Number(max_files)) return `Please choose at most ${max_files} files.`;
  if (files.some(({ size }) => size > LARGEST_FILE)) return 'Please choose a file of at most 10 MB.';
  const types = filetypes as string[] | undefined;
  const isOther = ({ filetype }: FileObject) => types !== undefined && !types.includes(String(filetype));
  return files.some(isOther) ? `Please choose a file of type ${types?.join(', ')}.` : undefined;
}

function badNumber({ is_decimal_allowed, min_value, max_value }: Element, text: string): string | undefined {
  const number = Number(text);
  if (text.trim() === '' || Number.isNaN(number)) return 'Please enter a valid number.';
  if (!is_decimal_allowed && !Number.isInteger(number)) return 'Please enter a whole number.';
  if (min_value !== undefined && number < Number(min_value)) return `Please enter a number of ${min_value} or more.`;
  if (max_value !== undefined && number > Number(max_value)) return `Please enter a number of ${max_value} or less.`;
  return undefined;
}

function badLength({ min_length = 0, max_length = 3000 }: Element, text: string): string | undefined {
  if (text.length < Number(min_length)) return `Please enter at least ${min_length} characters.`;
  if (text.length > Number(max_length)) return `Please enter at most ${max_length} characters.`;
  return undefined;
}
