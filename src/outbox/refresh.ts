import type { Delivery } from '../app/delivery';
import type { Message } from '../slack/blocks';
import { isGone } from '../slack/failures';
import type { Outcome, Turn } from './attempt';
import { TOO_LITTLE_TIME } from './post';
import { findStanding, forgetStanding } from './standing-messages';

/** Changes a message in its place. One that is not posted yet, or was deleted, needs no change. */
export async function refreshStanding(
  subject: string,
  compose: () => Promise<Message>,
  turn: Turn,
  { db, client }: Delivery,
): Promise<Outcome> {
  const standing = await findStanding(db, subject);
  if (!standing) return { kind: 'nothing' };
  const { channel, ts } = standing;
  const message = await compose();
  if (!turn.mayPost()) return TOO_LITTLE_TIME;
  try {
    await client.chat.update({ channel, ts, ...message });
    return { kind: 'sent', channel, ts };
  } catch (error) {
    if (!isGone(error)) throw error;
    await forgetStanding(db, subject);
    return { kind: 'nothing' };
  }
}
