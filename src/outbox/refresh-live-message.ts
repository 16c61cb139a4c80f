import type { Message } from '../slack/blocks';
import { isGone } from '../slack/failures';
import { findLiveMessage, forgetLiveMessage } from './live-messages';
import type { MessageContext, Outcome } from './message';
import type { ClaimedMessage } from './outbox-entry';
import { TOO_LITTLE_TIME } from './post';

/** Updates a message in place. Does nothing when it is not posted yet or was deleted. */
export async function refreshLiveMessage(
  subject: string,
  compose: () => Promise<Message>,
  claimed: ClaimedMessage,
  { db, client }: MessageContext,
): Promise<Outcome> {
  const live = await findLiveMessage(db, subject);
  if (!live) return { kind: 'nothing' };
  const { channel, ts } = live;
  const message = await compose();
  if (!claimed.mayPost()) return TOO_LITTLE_TIME;
  try {
    await client.chat.update({ channel, ts, ...message });
    return { kind: 'sent', channel, ts };
  } catch (error) {
    if (!isGone(error)) throw error;
    await forgetLiveMessage(db, subject);
    return { kind: 'nothing' };
  }
}
