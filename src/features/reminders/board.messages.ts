import { createHash } from 'node:crypto';
import type { Customer } from '../../core/customer';
import type { Now } from '../../core/time';
import { type Instant, toInstant } from '../../core/time';
import { on } from '../../database/changes';
import type { Database } from '../../database/database';
import { findLiveMessage, forgetLiveMessage, type LiveMessage, saveLiveMessage } from '../../outbox/live-messages';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { enqueue, enqueueEach, enqueueMany } from '../../outbox/outbox';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { lookFor, postNow, TOO_LITTLE_TIME } from '../../outbox/post';
import type { Message } from '../../slack/blocks';
import { classify, isGone, isTooOldToChange } from '../../slack/failures';
import { customerArchived, customerRestored, customerUpdated } from '../customers/customer-changes';
import { getCustomer } from '../customers/customers.sql';
import { orderGenerated, orderSeatsChanged } from '../orders/order-changes';
import { boardMessage } from './board.view';
import { boardSubject, withBoards } from './boards.sql';
import type { Board, SeatSummary } from './digest';
import { remindersChanged, remindersSnoozed } from './reminder-changes';
import { boardOf } from './seat-summary';

/** The live message in the customer's channel that summarises its seats. */
export const boardMessageRefresh = defineMessage({
  kind: 'board.refresh',
  deliver: refreshBoard,
  customerOf: async (_tx, customerId) => Number(customerId),
});

/** Refreshes the board when an order or its seats change. */
export const refreshBoardOfSeats = on([orderGenerated, orderSeatsChanged], async (tx, entries, { now }) => {
  for (const { facts } of entries) await queueBoard(tx, facts.customer, toInstant(now));
});

/** The board uses the customer's language, time zone and channel. */
export const refreshBoardOfCustomer = on(
  [customerUpdated, customerArchived, customerRestored],
  async (tx, entries, { now }) => {
    const changes = entries.filter(({ before, facts }) => !facts.inBulk || (before !== undefined && facts.hasMoved));
    const boards = changes.map(({ customerId = 0, facts }) => ({ id: customerId, channel: facts.channel }));
    await moveBoards(tx, boards, now, { inBulk: changes.some(({ facts }) => facts.inBulk) });
  },
);

export const refreshBoardOfReminders = on([remindersChanged, remindersSnoozed], async (tx, entries, { now }) => {
  await moveBoards(
    tx,
    entries.map(({ facts }) => facts.customer),
    now,
  );
});

type Place = Pick<Customer, 'id' | 'channel'>;

/**
 * Queues a refresh for customers that have a board or need one. A refresh also moves the board when the channel
 * changed.
 */
async function moveBoards(tx: Database, customers: readonly Place[], now: Now, { inBulk = false } = {}): Promise<void> {
  const ids = customers.map(({ id }) => id);
  const withBoard = new Set(await withBoards(tx, ids));
  // The same order as `queueOutdatedBoards`, so that the two cannot deadlock.
  const boards = customers.filter(({ id }) => withBoard.has(id)).sort((one, other) => one.id - other.id);
  const entries = boards.map(entryOf);
  await (inBulk ? enqueueMany : enqueueEach)(tx, entries, toInstant(now));
}

export async function queueBoard(tx: Database, customer: Place, at: Instant): Promise<void> {
  await enqueue(tx, entryOf(customer), at);
}

function entryOf({ id, channel }: Place) {
  return { message: boardMessageRefresh, subject: String(id), channel };
}

/** How far back to search for a board whose delivery is in doubt; doubt lasts one day at most. */
const IN_DOUBT_FOR = { days: 2 };

/** Updates the board in place, or posts and pins a new one. A change of channel moves the board. */
async function refreshBoard(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, now } = context;
  const board = await boardOf(db, Number(claimed.subject), now());
  const { customer, day: shownOn } = board;
  const { channel } = customer;
  const live = await liveBoardIn(channel, board, context);
  if (!channel) return { kind: 'nothing' };
  // The board's concurrency key is its channel. The channel has changed, so another entry must do the work.
  if (claimed.concurrencyKey !== channel) return moveOn(board, context);
  const message = boardMessage(board, context.translator(customer.locale));
  const shown = createHash('sha256').update(JSON.stringify(message)).digest('hex');
  const isTrue = live?.shown === shown;
  if (isTrue && (live.shownOn ?? '') >= shownOn) return { kind: 'nothing' };
  // Updates once a day even if nothing changed: the update fails if the board was deleted.
  const outcome =
    (live && (await change(claimed, live, message, context, isTrue))) ||
    (await postBoard(claimed, channel, board, message, context));
  if (outcome.kind !== 'sent') return outcome;
  if ((await getCustomer(db, customer.id)).channel !== channel) {
    await takeDown({ channel, ts: outcome.ts }, context);
    return moveOn(board, context);
  }
  await saveLiveMessage(db, nameOf(board), { channel, ts: outcome.ts, shown, shownOn });
  return outcome;
}

/** Requeues the refresh under the current channel's concurrency key. */
async function moveOn({ customer }: Board, { db, now }: MessageContext): Promise<Outcome> {
  await db.transaction(async (tx) => queueBoard(tx, await getCustomer(tx, customer.id), toInstant(now())));
  return { kind: 'nothing' };
}

/** The board in that channel. Deletes a board in any other channel. */
async function liveBoardIn(
  channel: string | undefined,
  board: Board,
  context: MessageContext,
): Promise<LiveMessage | undefined> {
  const live = await findLiveMessage(context.db, nameOf(board));
  if (!live || live.channel === channel) return live;
  await takeDown(live, context);
  // Safe to crash here: the next attempt deletes again and reposts.
  await forgetLiveMessage(context.db, nameOf(board));
  return undefined;
}

/** Ignores permanent errors: the message is already gone or out of reach. */
async function takeDown(
  { channel, ts }: Pick<LiveMessage, 'channel' | 'ts'>,
  { client, log }: MessageContext,
): Promise<void> {
  await client.chat.delete({ channel, ts }).catch((error) => {
    if (classify(error).kind !== 'permanent') throw error;
    log.info({ channel, error: String(error) }, 'The old board was not deleted');
  });
}

/**
 * Undefined when the board needs a new post: the message is gone, or outdated and too old to edit (then deletes it).
 */
async function change(
  claimed: ClaimedMessage,
  { channel, ts }: { channel: string; ts: string },
  message: Message,
  context: MessageContext,
  isTrue = false,
): Promise<Outcome | undefined> {
  if (!claimed.mayPost()) return TOO_LITTLE_TIME;
  try {
    await context.client.chat.update({ channel, ts, ...message });
    return { kind: 'sent', channel, ts };
  } catch (error) {
    if (!isGone(error)) throw error;
    if (!isTooOldToChange(error)) return undefined;
    if (isTrue) return { kind: 'sent', channel, ts };
    await takeDown({ channel, ts }, context);
    return undefined;
  }
}

/** A channel has one board, so this searches for an earlier post first. A post that it finds may be outdated. */
async function postBoard(
  claimed: ClaimedMessage,
  channel: string,
  board: Board,
  message: Message,
  context: MessageContext,
): Promise<Outcome> {
  const key = nameOf(board);
  const found = await lookFor(key, claimed, channel, context, IN_DOUBT_FOR);
  const outcome =
    (found && (await change(claimed, found, message, context))) ??
    (await postNow(claimed, key, channel, message, context));
  if (outcome.kind === 'sent') await pin(outcome, context);
  return outcome;
}

/** Logs failures; the pin is optional. */
async function pin({ channel, ts }: { channel: string; ts: string }, { client, log }: MessageContext): Promise<void> {
  await client.pins.add({ channel, timestamp: ts }).catch((error) => {
    log.info({ channel, error: String(error) }, 'The board was not pinned');
  });
}

function nameOf({ customer }: SeatSummary): string {
  return boardSubject(customer.id);
}
