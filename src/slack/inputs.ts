import type { InputBlock } from '@slack/types';
import { type Option, option, plain } from './blocks';
import { truncate } from './text';

export interface InputSettings {
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

export function textInput(
  name: string,
  settings: InputSettings & { initial?: string; multiline?: boolean; most?: number },
) {
  const { initial, multiline = false, most = 200 } = settings;
  return input(
    name,
    {
      type: 'plain_text_input',
      multiline,
      max_length: most,
      ...(initial && { initial_value: truncate(initial, most) }),
    },
    settings,
  );
}

export function dateInput(name: string, settings: InputSettings & { initial?: string | undefined }): InputBlock {
  return input(name, { type: 'datepicker', ...(settings.initial && { initial_date: settings.initial }) }, settings);
}
