import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  ModalView,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from '@slack/types';
import { withBlockIds } from './block-ids';
import { escapeMarkup, truncate } from './text';

// Names, addresses and other text from people go into plain text only, which Slack shows as it is. Markup is only for
// our own mentions. Every text is cut to the limit of its place.

const LIMITS = {
  section: 3000,
  header: 150,
  option: 75,
  button: 75,
  title: 24,
  label: 2000,
  hint: 2000,
  placeholder: 150,
  confirm: 300,
  confirmTitle: 100,
  confirmButton: 30,
};

export function plain(text: string, most: keyof typeof LIMITS): PlainTextElement {
  return { type: 'plain_text', text: truncate(text, LIMITS[most]), emoji: false };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, 'header') };
}

/** A prominent sentence. One that is too long for a header becomes a section, uncut. */
export function headline(text: string): HeaderBlock | SectionBlock {
  return text.length <= LIMITS.header ? header(text) : section(text);
}

export function section(text: string, accessory?: Button): SectionBlock {
  return { type: 'section', text: plain(text, 'section'), ...(accessory && { accessory }) };
}

export function context(text: string): ContextBlock {
  return { type: 'context', elements: [plain(text, 'section')] };
}

/** `text` may contain mentions; the caller escapes everything else. */
export function contextWithMentions(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: truncate(text, LIMITS.section), verbatim: true }] };
}

/** `text` as in `contextWithMentions`. `fields` are plain text, side by side below it. */
export function sectionWithMentions(text: string, fields: string[] = [], accessory?: Button): SectionBlock {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: truncate(text, LIMITS.section), verbatim: true },
    ...(fields.length > 0 && { fields: fields.map((field) => plain(field, 'hint')) }),
    ...(accessory && { accessory }),
  };
}

export function mention(identity: { userId: string }): string {
  return `<@${identity.userId}>`;
}

export function channelLink(channel: string): string {
  return `<#${channel}>`;
}

export function actions(...buttons: (Button | undefined)[]): ActionsBlock {
  return { type: 'actions', elements: buttons.filter((one) => one !== undefined) };
}

export function button(text: string, action: string, value = '', style?: 'primary' | 'danger'): Button {
  return {
    type: 'button',
    text: plain(text, 'button'),
    action_id: action,
    ...(value && { value }),
    ...(style && { style }),
  };
}

/** Slack asks for confirmation before it sends the press. */
export function confirmed(
  pressed: Button,
  { title, text, deny }: { title: string; text: string; deny: string },
): Button {
  const confirm = plain(truncate(pressed.text.text, LIMITS.confirmButton), 'button');
  return {
    ...pressed,
    confirm: {
      title: plain(title, 'confirmTitle'),
      text: plain(text, 'confirm'),
      confirm,
      deny: plain(deny, 'confirmButton'),
    },
  };
}

export interface Option {
  text: string;
  value: string;
  description?: string | undefined;
}

export function option({ text, value, description }: Option): PlainTextOption {
  return {
    text: plain(text, 'option'),
    value,
    ...(description && { description: plain(description, 'option') }),
  };
}

export interface ModalSettings {
  id: string;
  title: string;
  close: string;
  submit?: string;
  metadata?: object;
  /** Our name for the modal, to replace it later. */
  externalId?: string;
}

export function modal(settings: ModalSettings, blocks: (KnownBlock | undefined)[]): ModalView {
  return {
    type: 'modal',
    callback_id: settings.id,
    title: plain(settings.title, 'title'),
    close: plain(settings.close, 'title'),
    ...(settings.submit && { submit: plain(settings.submit, 'title') }),
    ...(settings.metadata && { private_metadata: JSON.stringify(settings.metadata) }),
    ...(settings.externalId && { external_id: settings.externalId }),
    blocks: withBlockIds(blocks.filter((block) => block !== undefined)),
  };
}

/** The content of a channel message, a direct message or an ephemeral answer. */
export interface Message {
  /** For notifications and screen readers. Escaped, because Slack reads it as markup. */
  text: string;
  blocks: KnownBlock[];
}

export function message(text: string, blocks: (KnownBlock | undefined)[]): Message {
  return {
    text: escapeMarkup(truncate(text, 3000)),
    blocks: withBlockIds(blocks.filter((block) => block !== undefined)),
  };
}

/** A message of one sentence. */
export function sentence(text: string): Message {
  return message(text, [section(text)]);
}
