import type { Block, Element } from './blocks';
import type { State, View } from './state';
import { heldValue } from './view-state';

/** Everything on a screen as plain text: the text that a person could read aloud. */
export function screenText(state: State): string {
  const direct = state.channels.find(({ kind }) => kind === 'direct');
  const channels = state.channels.filter((channel) => channel !== direct);
  const nameOf = (userId: string) => personName(state, userId);
  const parts = [
    ...state.modals.slice(-1).map((view) => modalText(view, state.errors)),
    ...(state.home ? [`# Home\n${blocksText(state.home.blocks)}`] : []),
    ...channels.map(({ id, name }) => `# ${name}\n${messagesText(state, id)}`),
    ...(direct ? [`# ${direct.name}\n${messagesText(state, direct.id)}`] : []),
    ...state.failures.map(({ text }) => `! ${text}`),
  ];
  return withPlainSpaces(withNames(parts.join('\n\n'), nameOf));
}

/** Nobody sees the difference from a no-break space. */
export function withPlainSpaces(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}

function messagesText(state: State, channel: string): string {
  const lines = (state.messages[channel] ?? []).map(({ user, text, blocks, ephemeral, pinned, files = [] }) => {
    const content = blocks?.length ? blocksText(blocks as unknown as Block[]) : text;
    const marks = [ephemeral ? ' (only visible to you)' : '', pinned ? ' (pinned)' : ''].join('');
    return `${personName(state, user)}${marks}: ${content}${files.map(({ name }) => ` [file ${name}]`).join('')}`;
  });
  return lines.join('\n');
}

function personName({ people }: State, userId: string): string {
  return people.find((person) => person.userId === userId)?.name ?? userId;
}

function withNames(text: string, nameOf: (userId: string) => string): string {
  return text.replace(/<@(U[A-Z0-9]+)>/g, (_, userId: string) => `@${nameOf(userId)}`);
}

function modalText(view: View, errors: Record<string, string>): string {
  const lines = view.blocks.flatMap((block) => {
    const error = errors[block.block_id ?? ''];
    return [blockText(block, view), ...(error ? [`! ${error}`] : [])];
  });
  const buttons = [view.close?.text, view.submit?.text].filter(Boolean).map((text) => `[${text}]`);
  return [`# ${view.title?.text ?? ''}`, ...lines, buttons.join(' ')].join('\n');
}

function blocksText(blocks: readonly Block[]): string {
  return blocks.map((block) => blockText(block)).join('\n');
}

function blockText(block: Block, view?: View): string {
  if (block.type !== 'input') return texts(block).join('\n');
  const element = block.element as Element;
  const held = heldValue(view?.state.values[block.block_id ?? '']?.[element.action_id ?? '']);
  const { label, hint } = block;
  const options = [element.options, element.option_groups];
  return [
    ...texts(label),
    ...(held === undefined ? texts(element.placeholder) : said(held)),
    ...texts(hint),
    ...texts(options),
  ].join('\n');
}

function said(value: unknown): string[] {
  if (isFiles(value)) return value.map(({ name }) => `[file ${name}]`);
  return typeof value === 'object' ? texts(value) : [String(value)];
}

function isFiles(value: unknown): value is { name: string }[] {
  return Array.isArray(value) && value.every((one) => one && typeof one === 'object' && 'url_private' in one);
}

const unseen = new Set(['confirm', 'value', 'type', 'url', 'image_url', 'private_metadata', 'accessibility_label']);

/** All text in a value, in order; button labels are in brackets. */
function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (!value || typeof value !== 'object') return [];
  const fields = value as Record<string, unknown>;
  if (fields.type === 'button') return texts(fields.text).map((text) => `[${text}]`);
  return Object.entries(fields).flatMap(([name, inner]) => {
    if (unseen.has(name)) return [];
    if (typeof inner === 'string') return name === 'text' || name === 'alt_text' || name === 'caption' ? [inner] : [];
    return texts(inner);
  });
}
