import { findLiveMessage, forgetLiveMessage, forgetShown, type LiveMessage } from '../../outbox/live-messages';
import type { MessageContext, Outcome } from '../../outbox/message';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { channelOf, lookFor, postNow, TOO_LITTLE_TIME } from '../../outbox/post';
import type { Message } from '../../slack/blocks';
import { classify, isGone, isTooOldToChange } from '../../slack/failures';
import { boardSubject } from './boards.sql';
import type { Board, SeatSummary } from './digest';

/** How far back to search for a board whose delivery is in doubt; doubt lasts one day at most. */
const IN_DOUBT_FOR = { days: 2 };

/** The board in that channel. Deletes a board in any other channel. */
export async function liveBoardIn(
  channel: string | undefined,
  board: Board,
  context: MessageContext,
): Promise<LiveMessage | undefined> {
  const live = await findLiveMessage(context.db, subjectOf(board));
  if (!live || live.channel === channel) return live;
  await deleteBoard(live, context);
  // Safe to crash here: the next attempt deletes again and reposts.
  await forgetLiveMessage(context.db, subjectOf(board));
  return undefined;
}

/** Deletes a board that an earlier attempt may have posted, without an answer, in the channel of its time. */
export async function deleteDoubtfulBoard(
  claimed: ClaimedMessage,
  board: Board,
  context: MessageContext,
): Promise<void> {
  const channel = channelOf(claimed);
  if (!claimed.maybeDone || !channel || channel === board.customer.channel) return;
  const found = await lookFor(subjectOf(board), claimed, channel, context, IN_DOUBT_FOR).catch((error) => {
    if (classify(error).kind !== 'permanent') throw error;
    return undefined;
  });
  if (found) await deleteBoard(found, context);
}

/** Ignores permanent errors: the message is already gone or out of reach. */
export async function deleteBoard(
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
export async function updateBoard(
  claimed: ClaimedMessage,
  board: Board,
  { channel, ts }: { channel: string; ts: string },
  message: Message,
  context: MessageContext,
  isTrue = false,
): Promise<Outcome | undefined> {
  await forgetShown(context.db, subjectOf(board));
  if (!claimed.mayPost()) return TOO_LITTLE_TIME;
  try {
    await context.client.chat.update({ channel, ts, ...message });
    return { kind: 'sent', channel, ts };
  } catch (error) {
    if (!isGone(error)) throw error;
    if (!isTooOldToChange(error)) return undefined;
    if (isTrue) return { kind: 'sent', channel, ts };
    await deleteBoard({ channel, ts }, context);
    return undefined;
  }
}

/** A channel has one board, so this searches for an earlier post first. A post that it finds may be outdated. */
export async function postBoard(
  claimed: ClaimedMessage,
  channel: string,
  board: Board,
  message: Message,
  context: MessageContext,
): Promise<Outcome> {
  const key = subjectOf(board);
  const found = await lookFor(key, claimed, channel, context, IN_DOUBT_FOR);
  return (
    (found && (await updateBoard(claimed, board, found, message, context))) ??
    (await postNow(claimed, key, channel, message, context))
  );
}

export function subjectOf({ customer }: SeatSummary): string {
  return boardSubject(customer.id);
}
