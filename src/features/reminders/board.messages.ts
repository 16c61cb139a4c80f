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

/** The message in the customer's channel that always shows how things stand. */
export const boardMessageRefresh = defineMessage({
  kind: 'board.refresh',
  deliver: refreshBoard,
  customerOf: async (_tx, customerId) => Number(customerId),
});

/** The board shows new seats, and seats that changed hands. */
export const refreshBoardOfSeats = on([orderGenerated, orderSeatsChanged], async (tx, entries, { now }) => {
  for (const { facts } of entries) await queueBoard(tx, facts.customer, toInstant(now));
});

/** The board speaks the customer's language, counts in its days, and follows its channel. */
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

/** Brings boards up to date where there is one, or is to be one: out of the channel that the customer had, and into the new one. */
async function moveBoards(tx: Database, customers: readonly Place[], now: Now, { inBulk = false } = {}): Promise<void> {
  const ids = customers.map(({ id }) => id);
  const withBoard = new Set(await withBoards(tx, ids));
  // In the order in which outdated boards are queued, so that neither waits for the other.
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

/** An earlier entry may have posted it and still be in doubt: that lasts a day at most. */
const IN_DOUBT_FOR = { days: 2 };

/** Changes the customer's board in place; posts and pins it where there is none, or none any more. It follows the channel. */
async function refreshBoard(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, now } = context;
  const board = await boardOf(db, Number(claimed.subject), now());
  const { customer, day: shownOn } = board;
  const { channel } = customer;
  const standing = await liveBoardIn(channel, board, context);
  if (!channel) return { kind: 'nothing' };
  // One board is changed in one lane at a time, and the channel has another by now.
  if (claimed.concurrencyKey !== channel) return moveOn(board, context);
  const message = boardMessage(board, context.translator(customer.locale));
  const shown = createHash('sha256').update(JSON.stringify(message)).digest('hex');
  const isTrue = standing?.shown === shown;
  if (isTrue && (standing.shownOn ?? '') >= shownOn) return { kind: 'nothing' };
  // Once a day also where it is true: that fails where somebody has deleted it.
  const outcome =
    (standing && (await change(claimed, standing, message, context, isTrue))) ||
    (await postBoard(claimed, channel, board, message, context));
  if (outcome.kind !== 'sent') return outcome;
  if ((await getCustomer(db, customer.id)).channel !== channel) {
    await takeDown({ channel, ts: outcome.ts }, context);
    return moveOn(board, context);
  }
  await saveLiveMessage(db, nameOf(board), { channel, ts: outcome.ts, shown, shownOn });
  return outcome;
}

/** To the lane of the channel that the customer has now. */
async function moveOn({ customer }: Board, { db, now }: MessageContext): Promise<Outcome> {
  await db.transaction(async (tx) => queueBoard(tx, await getCustomer(tx, customer.id), toInstant(now())));
  return { kind: 'nothing' };
}

/** The board in that channel; one that stands in another is taken down. */
async function liveBoardIn(
  channel: string | undefined,
  board: Board,
  context: MessageContext,
): Promise<LiveMessage | undefined> {
  const standing = await findLiveMessage(context.db, nameOf(board));
  if (!standing || standing.channel === channel) return standing;
  await takeDown(standing, context);
  // Whoever dies around here leaves it to the next: to delete it again does no harm, and what is not known is posted.
  await forgetLiveMessage(context.db, nameOf(board));
  return undefined;
}

/** What Slack will never let us delete stays: it is gone already, or out of reach. */
async function takeDown(
  { channel, ts }: Pick<LiveMessage, 'channel' | 'ts'>,
  { client, log }: MessageContext,
): Promise<void> {
  await client.chat.delete({ channel, ts }).catch((error) => {
    if (classify(error).kind !== 'permanent') throw error;
    log.info({ channel, error: String(error) }, 'The old board was not deleted');
  });
}

/** Undefined when somebody has deleted it, or when it cannot be changed any more and does not say how things are: then it goes. */
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

/** There is one board in a channel, so it always looks first; what it finds may be of an earlier day. */
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

/** A board that cannot be pinned is a board all the same. */
async function pin({ channel, ts }: { channel: string; ts: string }, { client, log }: MessageContext): Promise<void> {
  await client.pins.add({ channel, timestamp: ts }).catch((error) => {
    log.info({ channel, error: String(error) }, 'The board was not pinned');
  });
}

function nameOf({ customer }: SeatSummary): string {
  return boardSubject(customer.id);
}
