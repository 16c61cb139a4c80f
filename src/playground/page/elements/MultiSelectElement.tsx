import { listsOf, matching } from '../blocks/option-lists';
import { type OptionList, useSurface } from '../blocks/surface';
import type { ElementState } from '../form-values';
import { Icon } from '../Icon';
import type { Option } from '../workspace-state';
import { Combobox } from './Combobox';
import type { ElementProps, MultiSelectField } from './element-props';

const SLACKS_SHORTEST = 3;

/** A select for several options. Chosen ones are above the field; the list offers the rest. */
export function MultiSelectElement({ placed, element, ...field }: ElementProps<MultiSelectField>) {
  const { stateOf, change, suggest } = useSurface();
  const chosen = chosenIn(stateOf(placed));
  const choose = (options: Option[]) => change(placed, { type: element.type, selected_options: options });
  const rest = (lists: OptionList[]) =>
    lists
      .map((list) => ({ ...list, options: without(chosen, list.options) }))
      .filter(({ options }) => options.length > 0);
  const isExternal = element.type === 'multi_external_select';
  const find = async (query: string) => (isExternal ? suggest(placed, query) : matching(listsOf(element), query));

  return (
    <>
      {chosen.length > 0 && (
        <ul className="tokens" aria-label="Chosen">
          {chosen.map((option) => (
            <li key={option.value} className="token">
              {option.text.text}
              <button
                type="button"
                className="icon-button"
                aria-label={`Remove ${option.text.text}`}
                onClick={() => choose(without([option], chosen))}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        {...field}
        selected={null}
        placeholder={element.placeholder?.text ?? 'Choose some'}
        first={element.focus_on_load}
        clearable={false}
        shortest={isExternal ? (element.min_query_length ?? SLACKS_SHORTEST) : 0}
        load={async (query) => rest(await find(query))}
        onChoose={(option) => option && choose([...chosen, option])}
      />
    </>
  );
}

function chosenIn(state: ElementState | undefined): Option[] {
  return state && 'selected_options' in state ? state.selected_options : [];
}

function without(some: Option[], options: Option[]): Option[] {
  return options.filter(({ value }) => !some.some((one) => one.value === value));
}
