import type { Message } from '../slack/blocks';
import { isGone } from '../slack/failures';
import { findStanding, forgetStanding } from '../storage/standing-messages';
import type { Outcome } from './attempt';
import type { Delivery } from './delivery';

/** Changes a message in its place. One that is not posted yet, or was deleted, needs no change. */
export async function refreshStanding(
  subject: string,
  compose: () => Promise<Message>,
  { db, client }: Delivery,
): Promise<Outcome> {
  const standing = await findStanding(db, subject);
  if (!standing) return { kind: 'nothing' };
  const { channel, ts } = standing;
  try {
    await client.chat.update({ channel, ts, ...(await compose()) });
    return { kind: 'sent', channel, ts };
  } catch (error) {
    if (!isGone(error)) throw error;
    await forgetStanding(db, subject);
    return { kind: 'nothing' };
  }
}
