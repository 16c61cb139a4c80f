import type { InputBlock, KnownBlock, Option } from '@slack/types';

/** The value of one element, in the shape of Slack's `view.state.values`. */
export type ElementState =
  | { type: 'plain_text_input' | 'number_input' | 'email_text_input' | 'url_text_input'; value: string | null }
  | { type: 'static_select' | 'external_select' | 'radio_buttons'; selected_option: Option | null }
  | { type: 'checkboxes' | 'multi_static_select' | 'multi_external_select'; selected_options: Option[] }
  | { type: 'datepicker'; selected_date: string | null }
  | { type: 'timepicker'; selected_time: string | null }
  | { type: 'users_select'; selected_user: string | null }
  | { type: 'conversations_select'; selected_conversation: string | null }
  | { type: 'file_input'; files: SharedFile[] };

/** An uploaded file, as the server returns it. */
export interface SharedFile {
  id: string;
  name: string;
  size: number;
}

export type Values = Record<string, Record<string, ElementState>>;

export interface AnyElement {
  type: string;
  action_id?: string;
}

export interface Placed {
  blockId: string;
  actionId: string;
  element: AnyElement;
  /** The input block around the element; absent in sections and actions. */
  input?: InputBlock;
}

/** Every interactive element in the blocks, from top to bottom. */
export function elementsOf(blocks: readonly KnownBlock[]): Placed[] {
  return blocks.flatMap((block) =>
    elementsIn(block).map((element) => ({
      blockId: block.block_id ?? '',
      actionId: element.action_id ?? '',
      element,
      ...(block.type === 'input' ? { input: block } : {}),
    })),
  );
}

function elementsIn(block: KnownBlock): AnyElement[] {
  if (block.type === 'input') return [block.element];
  if (block.type === 'actions') return block.elements;
  if (block.type === 'section' && block.accessory) return [block.accessory];
  return [];
}

/** The values that Slack would send: typed ones first, then those stored on the server, then initial ones. */
export function stateOf(blocks: readonly KnownBlock[], entered: Values, stored: Values = {}): Values {
  const values: Values = {};
  for (const placed of elementsOf(blocks)) {
    const state = stateFor(placed, entered, stored);
    if (state) values[placed.blockId] = { ...values[placed.blockId], [placed.actionId]: state };
  }
  return values;
}

export function stateFor({ blockId, actionId, element }: Placed, entered: Values, stored: Values = {}) {
  const known = [entered[blockId]?.[actionId], stored[blockId]?.[actionId]];
  return known.find((state) => state?.type === element.type) ?? initialState(element);
}

/** Drops the values of fields that no longer exist, so that they start fresh if they return. */
export function dropAbsent(entered: Values, blocks: readonly KnownBlock[]): Values {
  const present: Values = {};
  for (const { blockId, actionId } of elementsOf(blocks)) {
    const state = entered[blockId]?.[actionId];
    if (state) present[blockId] = { ...present[blockId], [actionId]: state };
  }
  return present;
}

/** The value of a choice, as it is sent to the bot. */
export function heldBy(state: ElementState): unknown {
  switch (state.type) {
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return state.selected_options;
    case 'datepicker':
      return state.selected_date;
    case 'timepicker':
      return state.selected_time;
    case 'users_select':
      return state.selected_user;
    case 'file_input':
      return state.files;
    case 'conversations_select':
      return state.selected_conversation;
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return state.selected_option;
    default:
      return state.value;
  }
}

interface Initial extends AnyElement {
  initial_value?: string;
  initial_option?: Option;
  initial_options?: Option[];
  initial_date?: string;
  initial_time?: string;
  initial_user?: string;
  initial_conversation?: string;
}

function initialState(element: Initial): ElementState | undefined {
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { type: element.type, value: element.initial_value ?? null };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type: element.type, selected_option: element.initial_option ?? null };
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return { type: element.type, selected_options: element.initial_options ?? [] };
    case 'datepicker':
      return { type: element.type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type: element.type, selected_time: element.initial_time ?? null };
    case 'users_select':
      return { type: element.type, selected_user: element.initial_user ?? null };
    case 'file_input':
      return { type: element.type, files: [] };
    case 'conversations_select':
      return { type: element.type, selected_conversation: element.initial_conversation ?? null };
    default:
      return undefined;
  }
}
