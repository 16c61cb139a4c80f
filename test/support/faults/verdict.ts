import { orderMessage } from '../../../src/features/orders/order.view';
import { getOrder } from '../../../src/features/orders/orders.sql';
import { countUnassigned } from '../../../src/features/orders/seats.sql';
import { boardMessage } from '../../../src/features/reminders/board.view';
import { boardOf } from '../../../src/features/reminders/seat-summary';
import type { StoredMessage } from '../../../src/playground/messages';
import { translator } from '../translator';
import type { Ground } from './ground';

/** Entries that post nothing, or only update an existing message. */
const SILENT = [
  'order.changed',
  'homes.changed',
  'home.refresh',
  'order.refresh',
  'board.refresh',
  'board.pin',
  'channel.broken',
  'coordinator.unreachable',
];

interface Entry {
  id: number;
  kind: string;
  subject: string;
  state: string;
  dedupe_key: string;
  slack_channel: string | null;
  slack_ts: string | null;
  last_error: string | null;
}

/**
 * Every discrepancy once all is sent, in words. `refused` holds the keys of messages that Slack refused permanently.
 */
export async function complaints(ground: Ground, refused: ReadonlySet<string>): Promise<string[]> {
  const entries: Entry[] = await ground.db('outbox').where('id', '>', ground.before).orderBy('id');
  const said = [...entries.flatMap((entry) => aboutEntry(ground, entry, refused)), ...strangers(ground, entries)];
  for (const { id } of ground.customers.values()) said.push(...(await aboutBoard(ground, id, entries)));
  for (const entry of entries) if (entry.kind === 'order.announce') said.push(...(await aboutOrder(ground, entry)));
  return said;
}

function aboutEntry(ground: Ground, entry: Entry, refused: ReadonlySet<string>): string[] {
  const { kind, subject, state, dedupe_key: key, last_error: error } = entry;
  const isRefused = refused.has(kind === 'board.refresh' ? `board:${subject}` : key);
  if (state === 'dead' && !isRefused) return [`${key} was given up: ${error}`];
  if (state !== 'sent' && state !== 'dead') return [`${key} is still ${state}: ${error}`];
  if (SILENT.includes(kind)) return [];
  const posted = withKey(ground, key);
  if (posted.length !== (state === 'sent' ? 1 : 0)) return [`${key} is ${state} and stands ${posted.length} times`];
  const isNoted = posted.every(({ place, message }) => place === entry.slack_channel && message.ts === entry.slack_ts);
  return isNoted ? [] : [`${key} stands elsewhere than it says`];
}

/** Messages without an outbox entry. */
function strangers(ground: Ground, entries: readonly Entry[]): string[] {
  const known = new Set([
    ...entries.map((entry) => entry.dedupe_key),
    ...[...ground.customers.values()].map(({ id }) => `board:${id}`),
  ]);
  return ground
    .messages()
    .flatMap(({ message }) => (known.has(keyOf(message)) ? [] : [`Nobody asked for ${message.text}`]));
}

/** Each customer must have one board with current content. */
async function aboutBoard(ground: Ground, id: number, entries: readonly Entry[]): Promise<string[]> {
  const boards = withKey(ground, `board:${id}`);
  const refreshes = entries.filter(({ kind, subject }) => kind === 'board.refresh' && subject === String(id));
  const isHindered = refreshes.some(({ state }) => state === 'dead');
  if (boards.length !== 1)
    return isHindered && boards.length === 0 ? [] : [`board:${id} stands ${boards.length} times`];
  const board = await boardOf(ground.db, id, ground.clock.now());
  const expected = boardMessage(board, translator(board.customer.locale)).text;
  return isHindered || boards[0]?.message.text === expected
    ? []
    : [`board:${id} says ${boards[0]?.message.text}, not ${expected}`];
}

async function aboutOrder(ground: Ground, { subject, dedupe_key: key, state }: Entry): Promise<string[]> {
  if (state !== 'sent') return [];
  const order = await getOrder(ground.db, subject);
  const expected = orderMessage(
    order,
    { unassigned: await countUnassigned(ground.db, order.id), isExpired: false, courses: undefined },
    translator(order.customer.locale),
  ).text;
  return withKey(ground, key).flatMap(({ message }) =>
    message.text === expected ? [] : [`${key} says ${message.text}, not ${expected}`],
  );
}

function withKey(ground: Ground, key: string) {
  return ground.messages().filter(({ message }) => keyOf(message) === key);
}

function keyOf({ metadata }: StoredMessage): string {
  return (metadata as { event_payload?: { key?: string } } | undefined)?.event_payload?.key ?? '';
}
