import { parseInstant } from '../../core/time';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { download } from '../../slack/downloads';
import { classify } from '../../slack/failures';
import { readSheet } from './files/csv-sheet';
import { findImport } from './imports.sql';
import type { Sheet, SheetProblemCode, Unreadable } from './sheet';
import type { SheetImport } from './sheet-import';
import { showImport } from './show-import';
import { storeReading } from './store-import';

/** Downloads the file that a person chose, and shows the preview. */
export const importPreview = defineMessage({ kind: 'import.read', method: 'files.info', deliver: readImport });

const MAX_MEGABYTES = 2;
const MAX_BYTES = MAX_MEGABYTES * 1024 * 1024;
/**
 * A file chosen in our form is uploaded at that moment. An older file, or one of another person, cannot come from our
 * form.
 */
const JUST_NOW = { hours: 1 };

/** Downloads the chosen file and shows the preview, in the modal if it is still open, else by direct message. */
async function readImport(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, now } = context;
  const chosen = await findImport(db, claimed.subject);
  if (!chosen) return { kind: 'nothing' };
  if (chosen.state === 'reading') {
    const sheet = await fetchSheet(chosen, claimed, context);
    if ('why' in sheet) return { kind: 'later', why: sheet.why };
    await storeReading(db, chosen.key, sheet, await context.personOf(chosen.by), now());
  }
  const read = await findImport(db, claimed.subject);
  return read?.state === 'ready' ? showImport(read, read.key, claimed, context) : { kind: 'nothing' };
}

async function fetchSheet(
  { fileId, by }: SheetImport,
  claimed: ClaimedMessage,
  { client, defaults, log }: MessageContext,
): Promise<Sheet | Unreadable | { why: string }> {
  const { file } = await client.files.info({ file: fileId }).catch((error) => {
    if (classify(error).kind !== 'permanent') throw error;
    log.warn({ error: String(error) }, 'A file could not be read');
    return { file: undefined };
  });
  if (!file) return unreadable('file.gone');
  const oldest = parseInstant(claimed.createdAt).minus(JUST_NOW).toUnixInteger();
  if (file.user !== by.userId || (file.created ?? 0) < oldest) return unreadable('file.not_yours');
  if ((file.size ?? 0) > MAX_BYTES) return tooLarge();
  const fetched = await download(client, file.url_private ?? '', MAX_BYTES);
  switch (fetched.kind) {
    case 'bytes':
      return readSheet(fetched.bytes, defaults);
    case 'too_large':
      return tooLarge();
    case 'gone':
      return unreadable('file.gone');
    case 'unreachable':
      return { why: fetched.why };
  }
}

function unreadable(code: SheetProblemCode): Unreadable {
  return { kind: undefined, problems: [{ code }] };
}

function tooLarge(): Unreadable {
  return { kind: undefined, problems: [{ code: 'file.too_large', details: { most: MAX_MEGABYTES } }] };
}
