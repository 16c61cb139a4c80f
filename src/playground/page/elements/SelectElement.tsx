import { listsOf, matching } from '../blocks/option-lists';
import { useSurface } from '../blocks/surface';
import type { ElementState } from '../form-values';
import { isApp } from '../is-app';
import { useWorkspaceContext } from '../workspace-context';
import type { Option, Person } from '../workspace-state';
import { Combobox } from './Combobox';
import type { ElementProps, SelectField } from './element-props';

const SLACKS_SHORTEST = 3;

/** One of a list: a fixed one, the people, or what the bot finds for what is typed. */
export function SelectElement({ placed, element, ...field }: ElementProps<SelectField>) {
  const { people } = useWorkspaceContext();
  const { stateOf, change, suggest } = useSurface();
  const persons = people.filter((person) => !isApp(person)).map(asOption);
  const isExternal = element.type === 'external_select';

  const load = (query: string) => {
    if (element.type === 'external_select') return suggest(placed, query);
    return matching(element.type === 'users_select' ? [{ options: persons }] : listsOf(element), query);
  };
  const choose = (option: Option | null) =>
    change(
      placed,
      element.type === 'users_select'
        ? { type: element.type, selected_user: option?.value ?? null }
        : { type: element.type, selected_option: option },
    );

  return (
    <Combobox
      {...field}
      selected={selectedIn(stateOf(placed), persons)}
      placeholder={element.placeholder?.text ?? 'Choose one'}
      first={element.focus_on_load}
      clearable={placed.input?.optional === true}
      shortest={isExternal ? (element.min_query_length ?? SLACKS_SHORTEST) : 0}
      load={load}
      onChoose={choose}
    />
  );
}

function selectedIn(state: ElementState | undefined, persons: Option[]): Option | null {
  if (state?.type === 'users_select') return persons.find(({ value }) => value === state.selected_user) ?? null;
  return state && 'selected_option' in state ? state.selected_option : null;
}

function asOption({ name, role, userId }: Person): Option {
  return { text: { type: 'plain_text', text: name }, description: { type: 'plain_text', text: role }, value: userId };
}
