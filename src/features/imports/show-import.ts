import type { MessageContext, Outcome } from '../../outbox/message';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { findPosted, post } from '../../outbox/post';
import { isOvertaken } from '../../slack/failures';
import { importMessage, previewView } from './import.view';
import type { SheetImport } from './sheet-import';

/**
 * This may run before Slack has our answer to the submission and shows the modal. The pauses before these retries add
 * up to at least 3.5 seconds.
 */
const RETRIES_IN_MODAL = 3;

/** Updates the modal where the person waits. When they have closed it, sends a direct message. */
export async function showImport(
  chosen: SheetImport,
  externalId: string,
  claimed: ClaimedMessage,
  context: MessageContext,
): Promise<Outcome> {
  const t = context.translator(await context.localeOf(chosen.by));
  const posted = await findPosted(claimed, chosen.by.userId, context);
  if (posted) return posted;
  try {
    const view = previewView(chosen, 0, t, externalId);
    await context.client.views.update({ external_id: externalId, view });
    return { kind: 'nothing' };
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    if (claimed.attempts < RETRIES_IN_MODAL) return { kind: 'later', why: 'the modal is not there' };
    return post(claimed, importMessage(chosen, t), context);
  }
}
