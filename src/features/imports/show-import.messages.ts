import type { Delivery } from '../../app/delivery';
import type { Outcome, Turn } from '../../outbox/attempt';
import { findPosted, post } from '../../outbox/post';
import { isOvertaken } from '../../slack/failures';
import { importMessage, previewView } from './import.view';
import type { SheetImport } from './sheet-import';

/** We may be quicker than Slack, which shows the modal when it has our answer to the submission. */
const TRIES_IN_MODAL = 2;

/** In the modal of that name, where its person waits; they may have closed it, and then it is a direct message. */
export async function showImport(
  chosen: SheetImport,
  externalId: string,
  turn: Turn,
  delivery: Delivery,
): Promise<Outcome> {
  const t = delivery.translator(await delivery.localeOf(chosen.by));
  const posted = await findPosted(turn, chosen.by.userId, delivery);
  if (posted) return posted;
  try {
    const view = previewView(chosen, 0, t, externalId);
    await delivery.client.views.update({ external_id: externalId, view });
    return { kind: 'nothing' };
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    if (turn.attempts < TRIES_IN_MODAL) return { kind: 'later', why: 'the modal is not there' };
    return post(turn, importMessage(chosen, t), delivery);
  }
}
