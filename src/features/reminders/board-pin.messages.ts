import { findLiveMessage } from '../../outbox/live-messages';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { classify } from '../../slack/failures';
import { boardSubject } from './boards.sql';

/** Pins a customer's new board. A message of its own, so that a refusal is retried and the channel need not wait. */
export const boardPin = defineMessage({ kind: 'board.pin', method: 'pins.add', deliver: pinBoard });

/** Logs permanent refusals; the pin is optional. */
async function pinBoard({ subject }: ClaimedMessage, { client, db, log }: MessageContext): Promise<Outcome> {
  const live = await findLiveMessage(db, boardSubject(Number(subject)));
  if (!live) return { kind: 'nothing' };
  const { channel, ts } = live;
  await client.pins.add({ channel, timestamp: ts }).catch((error) => {
    if (classify(error).kind !== 'permanent') throw error;
    log.info({ channel, error: String(error) }, 'The board was not pinned');
  });
  return { kind: 'nothing' };
}
