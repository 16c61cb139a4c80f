import type { Person } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { lookingAgain } from '../customers/customer-accounts.sql';
import { sheetImported } from './import-changes';
import { judgeSheet, mayImport, writeSheet } from './import-sheet';
import { saveOutcome, saveReading, sheetOf, takeStep } from './imports.sql';
import type { Sheet, Unreadable } from './sheet';

/** Keeps what the file holds, and what would become of it. What its person may not import is not looked into. */
export async function storeReading(
  db: Database,
  key: string,
  read: Sheet | Unreadable,
  by: Person,
  now: Now,
): Promise<void> {
  const sheet: Sheet | Unreadable = mayImport(by, read.kind)
    ? read
    : { kind: undefined, problems: [{ code: 'file.not_allowed' }] };
  const report = mayImport(by, undefined)
    ? await judgeSheet(db, sheet, by, now)
    : { kind: undefined, changes: [], problems: sheet.problems };
  await saveReading(db, key, sheet, report);
}

/** Saves what was confirmed. Safe to repeat. */
export async function saveConfirmed(db: Database, key: string, by: Person, now: Now): Promise<void> {
  const sheet = await sheetOf(db, key);
  await lookingAgain(() => db.transaction((tx) => write(tx, key, sheet, by, now)));
}

/** All of it, or nothing where the rows, as they are judged now, are not all good any more: then they are shown again. */
export async function write(tx: Database, key: string, sheet: Sheet | Unreadable | undefined, by: Person, now: Now) {
  if (!sheet || !(await takeStep(tx, key, 'importing', 'imported'))) return;
  const report = mayImport(by, sheet.kind)
    ? await writeSheet(tx, sheet, by, now)
    : { kind: undefined, changes: [], problems: [{ code: 'file.not_allowed' as const }] };
  await saveOutcome(tx, key, report.problems.length > 0 ? 'ready' : 'imported', report);
  if (report.problems.length > 0) return;
  const count = (change: string) => report.changes.filter((one) => one.change === change).length;
  const after = { created: count('created'), updated: count('updated'), unchanged: count('unchanged') };
  await record(tx, by, now, sheetImported({ subject: report.kind ?? '', after }));
}
