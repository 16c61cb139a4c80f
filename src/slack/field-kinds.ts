import type { InputBlock } from '@slack/types';
import { type Option, option, plain } from './blocks';
import { type SentValue, withoutNul } from './sent-view';
import { truncate } from './text';

type Element = InputBlock['element'];
type Sent = SentValue | undefined;

/** A kind of input: how to draw it with settings known at run time, and how to read its value. */
export interface FieldKind<Value, Settings> extends Reach {
  element: (settings: Settings & { placeholder?: string | undefined }) => Element;
  /** Trusts nothing: a forged value reads as empty. */
  read: (sent: Sent) => Value;
}

interface Reach {
  /** May be empty. */
  optional?: boolean;
  /** Slack reports each change at once. */
  dispatch?: boolean;
}

interface Initial<Value> {
  initial?: Value | undefined;
}

interface Amongst<Chosen> {
  options: Option[];
  chosen: Chosen;
}

/** With `live`, Slack reports a dispatched change at each keystroke, not only at Enter. */
export function text({
  most = 200,
  multiline = false,
  live = false,
  ...reach
}: Reach & { most?: number; multiline?: boolean; live?: boolean } = {}): FieldKind<
  string | undefined,
  Initial<string>
> {
  return {
    ...reach,
    element: ({ initial }) => ({
      type: 'plain_text_input',
      multiline,
      max_length: most,
      ...(initial && { initial_value: truncate(initial, most) }),
      ...(live && { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } }),
    }),
    read: readText,
  };
}

export function email(reach: Reach = {}): FieldKind<string | undefined, Initial<string>> {
  return {
    ...reach,
    element: ({ initial }) => ({ type: 'email_text_input', ...(initial && { initial_value: initial }) }),
    read: readText,
  };
}

type Limits = Reach & { most: number };

/** From 1 to `most`; 0 when it is not a whole number. */
export function number(limits: Limits): FieldKind<number, Initial<number>> {
  return { ...digits(limits), read: (sent) => wholeNumber(readText(sent)) };
}

/** Like `number`; undefined when empty. */
export function optionalNumber(limits: Limits): FieldKind<number | undefined, Initial<number>> {
  const read = (sent: Sent) => (readText(sent) === undefined ? undefined : wholeNumber(readText(sent)));
  return { ...digits({ ...limits, optional: true }), read };
}

/** A number as typed, valid or not. */
export function digits({ most, ...reach }: Limits): FieldKind<string | undefined, Initial<number>> {
  return {
    ...reach,
    element: ({ initial }) => ({
      type: 'number_input',
      is_decimal_allowed: false,
      min_value: '1',
      max_value: String(most),
      ...(initial !== undefined && { initial_value: String(initial) }),
    }),
    read: readText,
  };
}

export function date(reach: Reach = {}): FieldKind<string | undefined, Initial<string>> {
  return {
    ...reach,
    element: ({ initial }) => ({ type: 'datepicker', ...(initial && { initial_date: initial }) }),
    read: readText,
  };
}

/** `HH:MM`, in the zone that the form names. */
export function time(): FieldKind<string | undefined, { initial: string }> {
  return { element: ({ initial }) => ({ type: 'timepicker', initial_time: initial }), read: readText };
}

/** A type-ahead list with options from us; opens with the first hundred. */
export function search(reach: Reach = {}): FieldKind<string | undefined, { chosen?: Option | undefined }> {
  return {
    ...reach,
    element: ({ chosen, placeholder }) => ({
      type: 'external_select',
      min_query_length: 0,
      ...placed(placeholder),
      ...(chosen && { initial_option: option(chosen) }),
    }),
    read: readText,
  };
}

/** Like `search`, for several choices. */
export function multiSearch(reach: Reach = {}): FieldKind<string[], { chosen: Option[] }> {
  return {
    ...reach,
    element: ({ chosen, placeholder }) => ({
      type: 'multi_external_select',
      min_query_length: 0,
      ...placed(placeholder),
      ...(chosen.length > 0 && { initial_options: chosen.map(option) }),
    }),
    read: readChoices,
  };
}

/** A few choices, all visible. */
export function radio(): FieldKind<string | undefined, Amongst<string>> {
  return { element: (settings) => ({ type: 'radio_buttons', ...amongst(settings) }), read: readText };
}

/** A drop-down list, for choices that all fit in it. */
export function select(): FieldKind<string | undefined, Amongst<string>> {
  return { element: (settings) => ({ type: 'static_select', ...amongst(settings) }), read: readText };
}

export function checkboxes(): FieldKind<string[], Amongst<readonly string[]>> {
  return {
    element: ({ options, chosen }) => {
      const initial = options.filter(({ value }) => chosen.includes(value)).map(option);
      return {
        type: 'checkboxes',
        options: options.map(option),
        ...(initial.length > 0 && { initial_options: initial }),
      };
    },
    read: readChoices,
  };
}

/** A person from Slack's own list, which gives the user id only. */
export function person(): FieldKind<string | undefined, object> {
  return { element: ({ placeholder }) => ({ type: 'users_select', ...placed(placeholder) }), read: readText };
}

/** A public or private channel that the person is in, shared with other companies or not; no direct message. */
export function channel(reach: Reach = {}): FieldKind<string | undefined, Initial<string>> {
  return {
    ...reach,
    element: ({ initial, placeholder }) => ({
      type: 'conversations_select',
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...placed(placeholder),
      ...(initial && { initial_conversation: initial }),
    }),
    read: readText,
  };
}

/** One file of the given types, as far as Slack checks its name. Reads file ids: ask Slack whose they are. */
export function file(types: string[]): FieldKind<string[], object> {
  return { element: () => ({ type: 'file_input', filetypes: types, max_files: 1 }), read: readFiles };
}

function placed(placeholder: string | undefined) {
  return placeholder ? { placeholder: plain(placeholder, 'placeholder') } : {};
}

function amongst({ options, chosen }: Amongst<string>) {
  const initial = options.find(({ value }) => value === chosen);
  return { options: options.map(option), ...(initial && { initial_option: option(initial) }) };
}

function readText(sent: Sent): string | undefined {
  const chosen: unknown = sent?.selected_option?.value ?? sent?.selected_conversation ?? sent?.selected_user;
  const value: unknown = sent?.value ?? chosen ?? sent?.selected_date ?? sent?.selected_time;
  return typeof value === 'string' && value !== '' ? withoutNul(value) : undefined;
}

function wholeNumber(input = ''): number {
  return /^\d{1,9}$/.test(input.trim()) ? Number(input.trim()) : 0;
}

function readChoices(sent: Sent): string[] {
  const options: unknown = sent?.selected_options;
  const values: unknown[] = Array.isArray(options) ? options.map((one) => one?.value) : [];
  return values.filter((value) => typeof value === 'string');
}

function readFiles(sent: Sent): string[] {
  const files: unknown = sent?.files;
  const ids: unknown[] = Array.isArray(files) ? files.map((one) => one?.id) : [];
  return ids.filter((id) => typeof id === 'string' && /^[A-Z0-9]{1,50}$/.test(id)) as string[];
}
