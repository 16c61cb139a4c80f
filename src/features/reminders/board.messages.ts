import { createHash } from 'node:crypto';
import type { Delivery } from '../../app/delivery';
import { toInstant } from '../../core/time';
import type { Outcome, Turn } from '../../outbox/attempt';
import { lookFor, postNow, TOO_LITTLE_TIME } from '../../outbox/post';
import { findStanding, forgetStanding, type StandingMessage, saveStanding } from '../../outbox/standing-messages';
import type { Message } from '../../slack/blocks';
import { classify, isGone, isTooOldToChange } from '../../slack/failures';
import { boardSubject } from '../customers/boards.sql';
import { getCustomer } from '../customers/customers.sql';
import { queueBoard } from '../customers/tell-customer';
import type { Board, Standing } from '../orders/digest';
import { boardMessage } from './board.view';
import { boardOf } from './standing';

/** An earlier entry may have posted it and still be in doubt: that lasts a day at most. */
const IN_DOUBT_FOR = { days: 2 };

/** Changes the customer's board in place; posts and pins it where there is none, or none any more. It follows the channel. */
export async function refreshBoard(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db, now } = delivery;
  const board = await boardOf(db, Number(turn.subject), now());
  const { customer, day: shownOn } = board;
  const { channel } = customer;
  const standing = await standingIn(channel, board, delivery);
  if (!channel) return { kind: 'nothing' };
  // One board is changed in one lane at a time, and the channel has another by now.
  if (turn.lane !== channel) return moveOn(board, delivery);
  const message = boardMessage(board, delivery.translator(customer.locale));
  const shown = createHash('sha256').update(JSON.stringify(message)).digest('hex');
  const isTrue = standing?.shown === shown;
  if (isTrue && (standing.shownOn ?? '') >= shownOn) return { kind: 'nothing' };
  // Once a day also where it is true: that fails where somebody has deleted it.
  const outcome =
    (standing && (await change(turn, standing, message, delivery, isTrue))) ||
    (await postBoard(turn, channel, board, message, delivery));
  if (outcome.kind !== 'sent') return outcome;
  if ((await getCustomer(db, customer.id)).channel !== channel) {
    await takeDown({ channel, ts: outcome.ts }, delivery);
    return moveOn(board, delivery);
  }
  await saveStanding(db, nameOf(board), { channel, ts: outcome.ts, shown, shownOn });
  return outcome;
}

/** To the lane of the channel that the customer has now. */
async function moveOn({ customer }: Board, { db, now }: Delivery): Promise<Outcome> {
  await db.transaction(async (tx) => queueBoard(tx, await getCustomer(tx, customer.id), toInstant(now())));
  return { kind: 'nothing' };
}

/** The board in that channel; one that stands in another is taken down. */
async function standingIn(
  channel: string | undefined,
  board: Board,
  delivery: Delivery,
): Promise<StandingMessage | undefined> {
  const standing = await findStanding(delivery.db, nameOf(board));
  if (!standing || standing.channel === channel) return standing;
  await takeDown(standing, delivery);
  // Whoever dies around here leaves it to the next: to delete it again does no harm, and what is not known is posted.
  await forgetStanding(delivery.db, nameOf(board));
  return undefined;
}

/** What Slack will never let us delete stays: it is gone already, or out of reach. */
async function takeDown(
  { channel, ts }: Pick<StandingMessage, 'channel' | 'ts'>,
  { client, log }: Delivery,
): Promise<void> {
  await client.chat.delete({ channel, ts }).catch((error) => {
    if (classify(error).kind !== 'permanent') throw error;
    log.info({ channel, error: String(error) }, 'The old board was not deleted');
  });
}

/** Undefined when somebody has deleted it, or when it cannot be changed any more and does not say how things are: then it goes. */
async function change(
  turn: Turn,
  { channel, ts }: { channel: string; ts: string },
  message: Message,
  delivery: Delivery,
  isTrue = false,
): Promise<Outcome | undefined> {
  if (!turn.mayPost()) return TOO_LITTLE_TIME;
  try {
    await delivery.client.chat.update({ channel, ts, ...message });
    return { kind: 'sent', channel, ts };
  } catch (error) {
    if (!isGone(error)) throw error;
    if (!isTooOldToChange(error)) return undefined;
    if (isTrue) return { kind: 'sent', channel, ts };
    await takeDown({ channel, ts }, delivery);
    return undefined;
  }
}

/** There is one board in a channel, so it always looks first; what it finds may be of an earlier day. */
async function postBoard(
  turn: Turn,
  channel: string,
  board: Board,
  message: Message,
  delivery: Delivery,
): Promise<Outcome> {
  const key = nameOf(board);
  const found = await lookFor(key, turn, channel, delivery, IN_DOUBT_FOR);
  const outcome =
    (found && (await change(turn, found, message, delivery))) ?? (await postNow(turn, key, channel, message, delivery));
  if (outcome.kind === 'sent') await pin(outcome, delivery);
  return outcome;
}

/** A board that cannot be pinned is a board all the same. */
async function pin({ channel, ts }: { channel: string; ts: string }, { client, log }: Delivery): Promise<void> {
  await client.pins.add({ channel, timestamp: ts }).catch((error) => {
    log.info({ channel, error: String(error) }, 'The board was not pinned');
  });
}

function nameOf({ customer }: Standing): string {
  return boardSubject(customer.id);
}
