import { listsOf, matching } from '../blocks/option-lists';
import { useSurface } from '../blocks/surface';
import type { ElementState } from '../form-values';
import { isApp } from '../is-app';
import { useWorkspaceContext } from '../workspace-context';
import type { Option, Person } from '../workspace-state';
import { Combobox } from './Combobox';
import type { ElementProps, SelectField } from './element-props';

const SLACKS_SHORTEST = 3;

/** A select for one option: static, people, channels, or the bot's answer to a query. */
export function SelectElement({ placed, element, ...field }: ElementProps<SelectField>) {
  const { people, channels } = useWorkspaceContext();
  const { stateOf, change, suggest } = useSurface();
  const persons = people.filter((person) => !isApp(person)).map(asOption);
  const places = channels.filter(({ kind }) => kind === 'channel').map(({ id, name }) => named(`#${name}`, id));
  const own = { users_select: persons, conversations_select: places };
  const isExternal = element.type === 'external_select';

  const load = (query: string) => {
    if (element.type === 'external_select') return suggest(placed, query);
    const isOwn = element.type === 'users_select' || element.type === 'conversations_select';
    return matching(isOwn ? [{ options: own[element.type] }] : listsOf(element), query);
  };

  return (
    <Combobox
      {...field}
      selected={selectedIn(stateOf(placed), [...persons, ...places])}
      placeholder={element.placeholder?.text ?? 'Choose one'}
      first={element.focus_on_load}
      clearable={placed.input?.optional === true}
      shortest={isExternal ? (element.min_query_length ?? SLACKS_SHORTEST) : 0}
      load={load}
      onChoose={(option) => change(placed, holding(element, option))}
    />
  );
}

function holding({ type }: SelectField, option: Option | null): ElementState {
  if (type === 'users_select') return { type, selected_user: option?.value ?? null };
  if (type === 'conversations_select') return { type, selected_conversation: option?.value ?? null };
  return { type, selected_option: option };
}

/** The name of a channel that this person is not in is unknown here. */
function selectedIn(state: ElementState | undefined, known: Option[]): Option | null {
  if (!state) return null;
  if ('selected_option' in state) return state.selected_option;
  const id =
    'selected_user' in state ? state.selected_user : 'selected_conversation' in state && state.selected_conversation;
  return id ? (known.find(({ value }) => value === id) ?? named(id, id)) : null;
}

function asOption({ name, role, userId }: Person): Option {
  return { ...named(name, userId), description: { type: 'plain_text', text: role } };
}

function named(text: string, value: string): Option {
  return { text: { type: 'plain_text', text }, value };
}
