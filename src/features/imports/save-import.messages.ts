import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { enqueue } from '../../outbox/outbox';
import type { ClaimedMessage, OutboxEntry } from '../../outbox/outbox-entry';
import { importingName } from './import.view';
import { importPreview } from './import-file.messages';
import { findImport, renewImport, takeStep } from './imports.sql';
import { showImport } from './show-import';
import { saveConfirmed } from './store-import';

/** Saves a file that a person confirmed, and notifies them. */
export const importSave = defineMessage({
  kind: 'import.write',
  method: 'views.update',
  deliver: saveImport,
  onGivenUp: giveBack,
});

/** When the message becomes a dead letter, the person gets the preview again and can confirm it later. */
async function giveBack(tx: Database, { subject: key, to }: OutboxEntry, _error: string, now: Now): Promise<void> {
  if (!to) return;
  const at = toInstant(now);
  if (!(await takeStep(tx, key, 'importing', 'ready'))) return;
  await renewImport(tx, key, at);
  await enqueue(tx, { message: importPreview, subject: key, to }, at);
}

/** Saves a confirmed file with the person's current permissions, and notifies them of the result. */
async function saveImport(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, now } = context;
  const confirmed = await findImport(db, claimed.subject);
  if (confirmed?.state === 'importing') {
    await saveConfirmed(db, confirmed.key, await context.personOf(confirmed.by), now());
  }
  const saved = await findImport(db, claimed.subject);
  return saved ? showImport(saved, importingName(saved.key), claimed, context) : { kind: 'nothing' };
}
