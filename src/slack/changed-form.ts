import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Translate } from '../core/words';
import { channelLink, type Message, mention, section, sectionWithMentions } from './blocks';
import { refusalBlocks } from './form-as-sent';
import type { SentValue, SentView } from './sent-view';
import { escapeMarkup } from './text';

/** What a drawn input can begin with. */
interface Initial {
  initial_value?: string;
  initial_date?: string;
  initial_time?: string;
  initial_user?: string;
  initial_conversation?: string;
  initial_option?: PlainTextOption;
  initial_options?: PlainTextOption[];
}

/**
 * The form as it is drawn now, for a person whose values were not saved because somebody changed it meanwhile. Slack
 * keeps what they typed in the inputs, so what is there now stands above, where it differs.
 */
export function changedForm(now: ModalView, sent: SentView, refusal: Message, t: Translate): ModalView {
  const differing = inputsOf(now).filter((block) => isOther(block, sent));
  const [named, worded] = [differing.filter(isMarkup), differing.filter((block) => !isMarkup(block))];
  const lines = worded.map((block) => `${labelOf(block)}: ${inWords(initialOf(block), t)}`);
  const news: KnownBlock[] = [
    ...(differing.length > 0 ? [section([t('form.is_now'), ...lines].join('\n'))] : []),
    ...named.map((block) => sectionWithMentions(`${escapeMarkup(labelOf(block))}: ${inMarkup(initialOf(block), t)}`)),
  ];
  return { ...now, blocks: [...refusalBlocks([...refusal.blocks, ...news]), ...now.blocks] };
}

function inputsOf({ blocks }: ModalView): InputBlock[] {
  return blocks.filter((block): block is InputBlock => block.type === 'input');
}

function initialOf({ element }: InputBlock): Initial {
  return element as Initial;
}

function labelOf({ label }: InputBlock): string {
  return label.text;
}

function isOther(block: InputBlock, { state }: SentView): boolean {
  const name = block.block_id ?? '';
  return textOf(initialOf(block)) !== valueSent(state?.values?.[name]?.[name]);
}

function textOf(initial: Initial): string {
  const { initial_value, initial_date, initial_time, initial_option, initial_options } = initial;
  const chosen = initial_options?.map(({ value }) => value).join('\n') ?? initial_option?.value;
  return chosen ?? initial_value ?? initial_date ?? initial_time ?? placeOf(initial) ?? '';
}

function valueSent(sent: SentValue = {}): string {
  const chosen = sent.selected_options?.map(({ value }) => value).join('\n') ?? sent.selected_option?.value;
  const text = chosen ?? sent.value ?? sent.selected_date ?? sent.selected_time;
  return text ?? sent.selected_conversation ?? sent.selected_user ?? '';
}

function placeOf({ initial_user, initial_conversation }: Initial): string | undefined {
  return initial_user ?? initial_conversation;
}

/** A channel or a person, whose name only Slack knows. */
function isMarkup(block: InputBlock): boolean {
  return placeOf(initialOf(block)) !== undefined;
}

function inMarkup({ initial_user, initial_conversation }: Initial, t: Translate): string {
  if (initial_user) return mention({ userId: initial_user });
  return initial_conversation ? channelLink(initial_conversation) : t('form.is_empty');
}

function inWords(initial: Initial, t: Translate): string {
  const { initial_date: day, initial_option, initial_options } = initial;
  if (day) return t('form.day', { day });
  const chosen = initial_options?.map(({ text }) => text.text).join(', ') ?? initial_option?.text.text;
  return chosen ?? (textOf(initial) || t('form.is_empty'));
}
