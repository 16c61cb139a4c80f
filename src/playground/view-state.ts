import { type Block, type Element, elementsOf } from './blocks';

/** The value of one element, in the shape of Slack's `view.state.values`. */
export interface ElementState {
  type: string;
  [field: string]: unknown;
}

export type Values = Record<string, Record<string, ElementState>>;

/** For each element type: its value field, its initial value field, and its empty value. */
const fields: Record<string, readonly [value: string, initial: string, empty: null | []]> = {
  plain_text_input: ['value', 'initial_value', null],
  email_text_input: ['value', 'initial_value', null],
  url_text_input: ['value', 'initial_value', null],
  number_input: ['value', 'initial_value', null],
  rich_text_input: ['rich_text_value', 'initial_value', null],
  static_select: ['selected_option', 'initial_option', null],
  external_select: ['selected_option', 'initial_option', null],
  radio_buttons: ['selected_option', 'initial_option', null],
  users_select: ['selected_user', 'initial_user', null],
  conversations_select: ['selected_conversation', 'initial_conversation', null],
  channels_select: ['selected_channel', 'initial_channel', null],
  multi_static_select: ['selected_options', 'initial_options', []],
  multi_external_select: ['selected_options', 'initial_options', []],
  multi_users_select: ['selected_users', 'initial_users', []],
  multi_conversations_select: ['selected_conversations', 'initial_conversations', []],
  multi_channels_select: ['selected_channels', 'initial_channels', []],
  checkboxes: ['selected_options', 'initial_options', []],
  datepicker: ['selected_date', 'initial_date', null],
  timepicker: ['selected_time', 'initial_time', null],
  datetimepicker: ['selected_date_time', 'initial_date_time', null],
  file_input: ['files', 'initial_files', []],
};

/** The values that Slack would send: stored ones where block and action still exist, initial ones elsewhere. */
export function stateOf(blocks: readonly Block[], stored: Values = {}): Values {
  const values: Values = {};
  for (const { block, element } of elementsOf(blocks)) {
    const blockId = block.block_id ?? '';
    const actionId = element.action_id ?? '';
    const before = stored[blockId]?.[actionId];
    const state = before?.type === element.type ? before : initialState(element);
    if (state) values[blockId] = { ...values[blockId], [actionId]: state };
  }
  return values;
}

/** The values with one element changed. */
export function withElement(values: Values, blockId: string, actionId: string, state: ElementState): Values {
  return { ...values, [blockId]: { ...values[blockId], [actionId]: state } };
}

/** The values, overridden by those that a form reports. */
export function withValues(values: Values, reported: Values): Values {
  const merged = { ...values };
  for (const [blockId, actions] of Object.entries(reported)) merged[blockId] = { ...merged[blockId], ...actions };
  return merged;
}

/** The state of an element with this value; undefined for elements without a value, such as buttons. */
export function heldBy(element: Element, value: unknown): ElementState | undefined {
  const field = fields[element.type];
  return field && { type: element.type, [field[0]]: value ?? field[2] };
}

/** The value of an element; undefined when it is empty. */
export function heldValue(state: ElementState | undefined): unknown {
  const value = state?.[fields[state.type]?.[0] ?? ''];
  const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return empty ? undefined : value;
}

function initialState(element: Element): ElementState | undefined {
  const field = fields[element.type];
  return field && heldBy(element, element[field[1]]);
}
