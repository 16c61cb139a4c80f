import { z } from 'zod';
import { confirmation, day, id, option, optionGroup, plainText, richOption, url } from './block-kit-parts';
import { startsAmong } from './initial-options';

const any = { action_id: id.optional() };
const confirmable = { ...any, confirm: confirmation.optional() };
const focusable = { ...any, focus_on_load: z.boolean().optional() };
const field = { ...focusable, placeholder: plainText(150).optional() };
const typed = {
  ...field,
  initial_value: z.string().optional(),
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .max(2),
    })
    .optional(),
};
const select = { ...field, confirm: confirmation.optional() };
const several = { ...select, max_selected_items: z.int().min(1).optional() };
const query = { min_query_length: z.int().min(0).optional() };
const picks = {
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};
const users = z.array(z.string());
const style = z.enum(['primary', 'danger']).optional();
const label = z.string().max(75).optional();
const conversationFilter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .refine((it) => Object.keys(it).length > 0, { message: 'must define at least one of its fields' });
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: conversationFilter.optional(),
};
const responds = { response_url_enabled: z.boolean().optional() };

function one<Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) {
  return z.strictObject({ type: z.literal(type), ...shape });
}

function oneOf<Schema extends z.ZodType<{ options?: unknown; option_groups?: unknown }>>(schema: Schema) {
  return schema.refine((it) => Boolean(it.options) !== Boolean(it.option_groups), {
    message: 'must define either `options` or `option_groups`',
  });
}

export const image = z
  .strictObject({
    type: z.literal('image'),
    alt_text: z.string().min(1).max(2000),
    image_url: url.optional(),
    slack_file: z.looseObject({}).optional(),
  })
  .refine((it) => Boolean(it.image_url) !== Boolean(it.slack_file), {
    message: 'must define either `image_url` or `slack_file`',
  });

export const button = one('button', {
  ...confirmable,
  text: plainText(75),
  url: url.optional(),
  value: z.string().max(2000).optional(),
  style,
  accessibility_label: label,
});

const overflow = one('overflow', { ...confirmable, options: z.array(option).min(1).max(5) });
const checkboxes = startsAmong(
  one('checkboxes', {
    ...focusable,
    confirm: confirmation.optional(),
    options: z.array(richOption).min(1).max(10),
    initial_options: z.array(richOption).min(1).optional(),
  }),
);
const radioButtons = startsAmong(
  one('radio_buttons', {
    ...focusable,
    confirm: confirmation.optional(),
    options: z.array(richOption).min(1).max(10),
    initial_option: richOption.optional(),
  }),
);
const workflowButton = z.looseObject({ type: z.literal('workflow_button'), text: plainText(75) });
const richTextInput = z.looseObject({ type: z.literal('rich_text_input') });

/** Elements that open a list or a calendar. */
const pickers = [
  startsAmong(oneOf(one('static_select', { ...select, ...picks, initial_option: option.optional() }))),
  startsAmong(
    oneOf(one('multi_static_select', { ...several, ...picks, initial_options: z.array(option).min(1).optional() })),
  ),
  one('external_select', { ...select, ...query, initial_option: option.optional() }),
  one('multi_external_select', { ...several, ...query, initial_options: z.array(option).min(1).optional() }),
  one('users_select', { ...select, initial_user: z.string().optional() }),
  one('multi_users_select', { ...several, initial_users: users.optional() }),
  one('conversations_select', {
    ...select,
    ...conversations,
    ...responds,
    initial_conversation: z.string().optional(),
  }),
  one('multi_conversations_select', { ...several, ...conversations, initial_conversations: users.optional() }),
  one('channels_select', { ...select, ...responds, initial_channel: z.string().optional() }),
  one('multi_channels_select', { ...several, initial_channels: users.optional() }),
  one('datepicker', { ...select, initial_date: day.optional() }),
  one('timepicker', { ...select, initial_time: z.string().optional(), timezone: z.string().optional() }),
] as const;
const dateTimePicker = one('datetimepicker', {
  ...focusable,
  confirm: confirmation.optional(),
  initial_date_time: z.int().optional(),
});

const typing = [
  one('plain_text_input', {
    ...typed,
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
  }),
  one('email_text_input', typed),
  one('url_text_input', typed),
  one('number_input', {
    ...typed,
    is_decimal_allowed: z.boolean(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
] as const;

export const accessory = z.discriminatedUnion('type', [
  button,
  image,
  overflow,
  checkboxes,
  radioButtons,
  workflowButton,
  ...pickers,
]);

export const inAction = z.discriminatedUnion('type', [
  button,
  overflow,
  checkboxes,
  radioButtons,
  workflowButton,
  dateTimePicker,
  richTextInput,
  ...pickers,
]);

export const inInput = z.discriminatedUnion('type', [
  checkboxes,
  radioButtons,
  dateTimePicker,
  richTextInput,
  one('file_input', {
    ...any,
    filetypes: z.array(z.string().min(1)).min(1).optional(),
    max_files: z.int().min(1).max(10).optional(),
  }),
  ...pickers,
  ...typing,
]);
