import { UserError } from '../../core/errors';
import { parseInstant, today } from '../../core/time';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { conversation, SKEW } from '../../outbox/post';
import { exportedText } from './export.view';
import { exportSheet } from './export-sheet';
import { writeTable } from './files/csv-write';
import { SHEET_KINDS } from './sheet';

/** Sends a person a file with everything of a kind. */
export const exportFile = defineMessage({
  kind: 'export.send',
  method: 'files.getUploadURLExternal',
  deliver: sendExport,
});

/** Sends everything of a kind, as of now, if the person still has the permission. */
async function sendExport(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, client, now } = context;
  const kind = SHEET_KINDS.find((one) => one === claimed.subject);
  if (!kind || !claimed.to) return { kind: 'nothing' };
  const rows = await exportSheet(db, kind, await context.personOf(claimed.to)).catch((error) => {
    if (error instanceof UserError) return undefined;
    throw error;
  });
  if (!rows) return { kind: 'nothing' };
  const channel = await conversation(claimed, claimed.to.userId, context);
  // The name is unique, so that a later attempt finds the file after a lost answer.
  const filename = `${kind}-${today(now(), 'utc')}-${claimed.id}.csv`;
  if (claimed.maybeDone && (await isThere(filename, channel, claimed, context)))
    return { kind: 'sent', channel, ts: '' };
  const t = context.translator(await context.localeOf(claimed.to));
  const text = writeTable(rows, t.locale === 'fr' ? ';' : ',');
  if (!claimed.mayPost()) return { kind: 'later', why: 'too little time was left' };
  await client.filesUploadV2({
    channel_id: channel,
    file: Buffer.from(text),
    filename,
    initial_comment: exportedText(kind, rows.length - 1, t),
  });
  return { kind: 'sent', channel, ts: '' };
}

async function isThere(
  filename: string,
  channel: string,
  claimed: ClaimedMessage,
  { client }: MessageContext,
): Promise<boolean> {
  const oldest = String(parseInstant(claimed.createdAt).minus(SKEW).toSeconds());
  const { messages = [] } = await client.conversations.history({ channel, oldest, limit: 200 });
  const ending = filename.slice(filename.lastIndexOf('-'));
  return messages.some(({ files = [] }) =>
    files.some(({ name = '' }) => name.startsWith(claimed.subject) && name.endsWith(ending)),
  );
}
