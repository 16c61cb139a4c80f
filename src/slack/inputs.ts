import type { InputBlock } from '@slack/types';
import { type Option, option, plain } from './blocks';
import { truncate } from './text';

interface InputSettings {
  label: string;
  hint?: string | undefined;
  placeholder?: string | undefined;
  optional?: boolean;
  /** Whether a change reaches us at once. */
  dispatch?: boolean;
}

/** An input whose block and element share one stable name. */
export function input(name: string, element: InputBlock['element'], settings: InputSettings): InputBlock {
  const { label, hint, optional, dispatch } = settings;
  return {
    type: 'input',
    block_id: name,
    label: plain(label, 'label'),
    element: { ...element, action_id: name },
    ...(hint && { hint: plain(hint, 'hint') }),
    ...(optional && { optional: true }),
    ...(dispatch && { dispatch_action: true }),
  };
}

/** A few choices, all in sight. */
export function radioInput(name: string, settings: InputSettings, options: Option[], chosen: string): InputBlock {
  return input(name, { type: 'radio_buttons', ...amongst(options, chosen) }, settings);
}

/** A list that opens; for choices that fit in it whole. */
export function selectInput(name: string, settings: InputSettings, options: Option[], chosen: string): InputBlock {
  return input(name, { type: 'static_select', ...amongst(options, chosen) }, settings);
}

export function checkboxesInput(
  name: string,
  settings: InputSettings,
  options: Option[],
  chosen: readonly string[],
): InputBlock {
  const initial = options.filter(({ value }) => chosen.includes(value)).map(option);
  return input(
    name,
    { type: 'checkboxes', options: options.map(option), ...(initial.length > 0 && { initial_options: initial }) },
    settings,
  );
}

/** `HH:MM` of whatever clock the form speaks of. */
export function timeInput(name: string, settings: InputSettings & { initial: string }): InputBlock {
  return input(name, { type: 'timepicker', initial_time: settings.initial }, settings);
}

export function numberInput(
  name: string,
  settings: InputSettings & { most: number; initial?: number | undefined },
): InputBlock {
  const { most, initial } = settings;
  return input(
    name,
    {
      type: 'number_input',
      is_decimal_allowed: false,
      min_value: '1',
      max_value: String(most),
      ...(initial !== undefined && { initial_value: String(initial) }),
    },
    settings,
  );
}

function amongst(options: Option[], chosen: string) {
  const initial = options.find(({ value }) => value === chosen);
  return { options: options.map(option), ...(initial && { initial_option: option(initial) }) };
}

/** A public or private channel that the person is in, shared with other companies or not; no direct message. */
export function channelInput(name: string, settings: InputSettings, chosen: string | undefined): InputBlock {
  return input(
    name,
    {
      type: 'conversations_select',
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(settings.placeholder && { placeholder: plain(settings.placeholder, 'placeholder') }),
      ...(chosen && { initial_conversation: chosen }),
    },
    settings,
  );
}

/** A type-ahead list answered by us; opens with the first hundred. */
export function searchInput(name: string, settings: InputSettings, chosen?: Option): InputBlock {
  return input(
    name,
    {
      type: 'external_select',
      min_query_length: 0,
      ...(settings.placeholder && { placeholder: plain(settings.placeholder, 'placeholder') }),
      ...(chosen && { initial_option: option(chosen) }),
    },
    settings,
  );
}

/** The same where several can be chosen. */
export function multiSearchInput(name: string, settings: InputSettings, chosen: Option[]): InputBlock {
  return input(
    name,
    {
      type: 'multi_external_select',
      min_query_length: 0,
      ...(settings.placeholder && { placeholder: plain(settings.placeholder, 'placeholder') }),
      ...(chosen.length > 0 && { initial_options: chosen.map(option) }),
    },
    settings,
  );
}

/** With `live` a dispatched change reaches us while it is typed, not only at Enter. */
export function textInput(
  name: string,
  settings: InputSettings & { initial?: string | undefined; multiline?: boolean; most?: number; live?: boolean },
) {
  const { initial, multiline = false, most = 200, live = false } = settings;
  return input(
    name,
    {
      type: 'plain_text_input',
      multiline,
      max_length: most,
      ...(initial && { initial_value: truncate(initial, most) }),
      ...(live && { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } }),
    },
    settings,
  );
}

/** One file, of one of the types as far as Slack looks at its name. */
export function fileInput(name: string, settings: InputSettings, filetypes: string[]): InputBlock {
  return input(name, { type: 'file_input', filetypes, max_files: 1 }, settings);
}

export function dateInput(name: string, settings: InputSettings & { initial?: string | undefined }): InputBlock {
  return input(name, { type: 'datepicker', ...(settings.initial && { initial_date: settings.initial }) }, settings);
}

/** Somebody whom Slack's own list knows; it tells their user id alone. */
export function personInput(name: string, settings: InputSettings): InputBlock {
  const { placeholder } = settings;
  return input(
    name,
    { type: 'users_select', ...(placeholder && { placeholder: plain(placeholder, 'placeholder') }) },
    settings,
  );
}
