import type { Delivery } from '../../app/delivery';
import { UserError } from '../../core/errors';
import { parseInstant, today } from '../../core/time';
import type { Outcome, Turn } from '../../outbox/attempt';
import { conversation } from '../../outbox/post';
import { writeTable } from './csv-write';
import { exportedText } from './export.view';
import { exportSheet } from './export-sheet';
import { SHEET_KINDS } from './sheet';

/** Sends a file with everything of a kind, as it is now, if the person may still have it. */
export async function sendExport(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db, client, now } = delivery;
  const kind = SHEET_KINDS.find((one) => one === turn.subject);
  if (!kind || !turn.to) return { kind: 'nothing' };
  const rows = await exportSheet(db, kind, await delivery.personOf(turn.to)).catch((error) => {
    if (error instanceof UserError) return undefined;
    throw error;
  });
  if (!rows) return { kind: 'nothing' };
  const channel = await conversation(turn, turn.to.userId, delivery);
  // No other file is called so, which is how it is found again when nobody knows whether it arrived.
  const filename = `${kind}-${today(now(), 'utc')}-${turn.id}.csv`;
  if (turn.maybeDone && (await isThere(filename, channel, turn, delivery))) return { kind: 'sent', channel, ts: '' };
  const t = delivery.translator(await delivery.localeOf(turn.to));
  const text = writeTable(rows, t.locale === 'fr' ? ';' : ',');
  if (!turn.mayPost()) return { kind: 'later', why: 'too little time was left' };
  await client.filesUploadV2({
    channel_id: channel,
    file: Buffer.from(text),
    filename,
    initial_comment: exportedText(kind, rows.length - 1, t),
  });
  return { kind: 'sent', channel, ts: '' };
}

async function isThere(filename: string, channel: string, turn: Turn, { client }: Delivery): Promise<boolean> {
  const oldest = String(parseInstant(turn.createdAt).minus({ minutes: 10 }).toSeconds());
  const { messages = [] } = await client.conversations.history({ channel, oldest, limit: 200 });
  const ending = filename.slice(filename.lastIndexOf('-'));
  return messages.some(({ files = [] }) =>
    files.some(({ name = '' }) => name.startsWith(turn.subject) && name.endsWith(ending)),
  );
}
