import { createHash } from 'node:crypto';
import type { Customer } from '../../core/customer';
import type { Now } from '../../core/time';
import { type Instant, toInstant } from '../../core/time';
import { on } from '../../database/changes';
import type { Database } from '../../database/database';
import { isFollowUp } from '../../outbox/follow-up';
import { saveLiveMessage } from '../../outbox/live-messages';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { enqueue, enqueueEach, enqueueMany } from '../../outbox/outbox';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { customerArchived, customerRestored, customerUpdated } from '../customers/customer-changes';
import { getCustomer } from '../customers/customers.sql';
import { orderGenerated, orderSeatsChanged } from '../orders/order-changes';
import { boardMessage } from './board.view';
import { boardPin } from './board-pin.messages';
import { withBoards } from './boards.sql';
import type { Board } from './digest';
import { deleteBoard, deleteDoubtfulBoard, liveBoardIn, postBoard, subjectOf, updateBoard } from './post-board';
import { remindersChanged, remindersSnoozed } from './reminder-changes';
import { boardOf } from './seat-summary';

/** The live message in the customer's channel that summarises its seats. */
export const boardMessageRefresh = defineMessage({
  kind: 'board.refresh',
  method: 'chat.update',
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

/** Updates the board in place, or posts and pins a new one. A change of channel moves the board. */
async function refreshBoard(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, now } = context;
  const board = await boardOf(db, Number(claimed.subject), now());
  const { customer, day: shownOn } = board;
  const { channel } = customer;
  const live = await liveBoardIn(channel, board, context);
  await deleteDoubtfulBoard(claimed, board, context);
  if (!channel) return { kind: 'nothing' };
  // The board's concurrency key is its channel. The channel has changed, so another entry must do the work.
  if (claimed.concurrencyKey !== channel) return moveOn(board, context);
  const message = boardMessage(board, context.translator(customer.locale));
  const shown = createHash('sha256').update(JSON.stringify(message)).digest('hex');
  const isTrue = live?.shown === shown;
  if (isTrue && live.shownOn === shownOn && !isFollowUp(claimed)) return { kind: 'nothing' };
  // Updates once a day even if nothing changed: the update fails if the board was deleted.
  const updated = live && (await updateBoard(claimed, board, live, message, context, isTrue));
  const outcome = updated ?? (await postBoard(claimed, channel, board, message, context));
  if (outcome.kind !== 'sent') return outcome;
  if ((await getCustomer(db, customer.id)).channel !== channel) {
    await deleteBoard({ channel, ts: outcome.ts }, context);
    return moveOn(board, context);
  }
  await db.transaction(async (tx) => {
    await saveLiveMessage(tx, subjectOf(board), { channel, ts: outcome.ts, shown, shownOn });
    if (!updated) await enqueue(tx, { message: boardPin, subject: String(customer.id) }, toInstant(now()));
  });
  return outcome;
}

/** Requeues the refresh under the current channel's concurrency key. */
async function moveOn({ customer }: Board, { db, now }: MessageContext): Promise<Outcome> {
  await db.transaction(async (tx) => queueBoard(tx, await getCustomer(tx, customer.id), toInstant(now())));
  return { kind: 'nothing' };
}
