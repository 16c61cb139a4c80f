import { type RefusalCode, UserError } from '../domain/errors';
import type { Person } from '../domain/person';
import type { Sheet, Unreadable } from '../domain/sheet';
import type { SheetImport } from '../domain/sheet-import';
import { type Now, toInstant } from '../domain/time';
import type { Database } from '../storage/database';
import { createImport, findImport, saveReading, settleImport, sheetOf } from '../storage/imports';
import { record } from '../storage/ledger';
import { enqueue } from '../storage/outbox';
import { demandImport, importSheet, judgeSheet, mayImport } from './import-sheet';
import { once } from './once';

/** Has the file fetched; what would become of its rows follows as a preview. */
export async function startImport(
  db: Database,
  fileId: string | undefined,
  by: Person,
  now: Now,
  submission?: string,
): Promise<SheetImport> {
  demandImport(by, undefined);
  return once(db, submission, by, now, {
    run: async (tx) => {
      if (!fileId) throw new UserError({ code: 'file.missing', field: 'file' });
      const key = await createImport(tx, by, fileId, toInstant(now));
      await enqueue(tx, { kind: 'import.read', subject: key, to: by, dedupeKey: `import.read:${key}` }, toInstant(now));
      return key;
    },
    load: (tx, key) => theImport(tx, key, by),
  });
}

/** Keeps what the file holds, and what would become of it. What its person may not import is not looked into. */
export async function keepReading(
  db: Database,
  key: string,
  read: Sheet | Unreadable,
  by: Person,
  now: Now,
): Promise<void> {
  const sheet: Sheet | Unreadable = mayImport(by, read.kind)
    ? read
    : { kind: undefined, problems: [{ code: 'file.not_allowed' }] };
  const report = mayImport(by, sheet.kind)
    ? await judgeSheet(db, sheet, by, now)
    : { kind: undefined, changes: [], problems: sheet.problems };
  await saveReading(db, key, sheet, report);
}

/** To whoever chose the file, and to nobody else. */
export async function previewImport(db: Database, key: string, by: Person): Promise<SheetImport> {
  demandImport(by, undefined);
  return theImport(db, key, by);
}

/** Everything or nothing, once, by whoever chose the file, as the rows would be judged now. */
export async function confirmImport(db: Database, key: string, by: Person, now: Now): Promise<SheetImport> {
  return once(db, `import:${key}`, by, now, {
    run: async (tx) => {
      const preview = await previewImport(tx, key, by);
      const sheet = await sheetOf(tx, key);
      if (preview.state !== 'ready' || !sheet) throw new UserError({ code: REFUSED[preview.state] });
      const report = await importSheet(tx, sheet, by, now);
      if (!(await settleImport(tx, key, 'imported', report))) throw new UserError({ code: 'import.cancelled' });
      const count = (change: string) => report.changes.filter((one) => one.change === change).length;
      const after = { created: count('created'), updated: count('updated'), unchanged: count('unchanged') };
      await record(tx, by, now, { action: 'sheet.imported', subject: report.kind ?? '', after });
      return key;
    },
    load: (tx) => theImport(tx, key, by),
  });
}

/** Nothing comes of it. */
export async function cancelImport(db: Database, key: string, by: Person): Promise<void> {
  const { state } = await previewImport(db, key, by);
  if (state === 'cancelled' || (await settleImport(db, key, 'cancelled'))) return;
  throw new UserError({ code: state === 'reading' ? 'import.reading' : 'import.done' });
}

const REFUSED: Record<SheetImport['state'], RefusalCode> = {
  reading: 'import.reading',
  ready: 'import.unknown',
  imported: 'import.done',
  cancelled: 'import.cancelled',
};

/** Somebody else's is refused as if it did not exist. */
async function theImport(db: Database, key: string, { teamId, userId }: Person): Promise<SheetImport> {
  const found = await findImport(db, key);
  if (found?.by.teamId !== teamId || found.by.userId !== userId) throw new UserError({ code: 'import.unknown' });
  return found;
}
