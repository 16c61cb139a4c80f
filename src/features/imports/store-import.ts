import { UserError } from '../../core/errors';
import type { Person } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { lookingAgain } from '../customers/customer-accounts.sql';
import { sheetImported } from './import-changes';
import { judgeSheet, mayImport, writeSheet } from './import-sheet';
import { findImport, saveOutcome, saveReading, sheetOf, takeStep } from './imports.sql';
import { overtakenRows } from './overtaken-rows';
import type { Sheet, Unreadable } from './sheet';

/** Stores the content of the file and its preview. Does not examine a file that the person may not import. */
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

/** Saves a confirmed import. Idempotent. */
export async function saveConfirmed(db: Database, key: string, by: Person, now: Now): Promise<void> {
  const sheet = await sheetOf(db, key);
  await lookingAgain(() => db.transaction((tx) => write(tx, key, sheet, by, now)));
}

/**
 * Saves all rows, or none when some are no longer valid or would overwrite what the person has not seen: then the
 * import goes back to its preview.
 */
export async function write(tx: Database, key: string, sheet: Sheet | Unreadable | undefined, by: Person, now: Now) {
  const confirmed = await findImport(tx, key);
  if (!sheet || confirmed?.state !== 'importing' || !(await takeStep(tx, key, 'importing', 'imported'))) return;
  if (mayImport(by, sheet.kind)) {
    const found = await judgeSheet(tx, sheet, by, now);
    const overtaken = overtakenRows(confirmed.report, found);
    const round = (confirmed.report.round ?? 0) + 1;
    if (overtaken.length > 0) return saveOutcome(tx, key, 'ready', { ...found, round, overtaken });
  }
  const report = mayImport(by, sheet.kind)
    ? await writeSheet(tx, sheet, by, now)
    : { kind: undefined, changes: [], problems: [{ code: 'file.not_allowed' as const }] };
  // Rolls back: changed between the two looks. The next attempt shows it.
  if (overtakenRows(confirmed.report, report).length > 0) throw new UserError({ code: 'import.overtaken' });
  await saveOutcome(tx, key, report.problems.length > 0 ? 'ready' : 'imported', report);
  if (report.problems.length > 0) return;
  const count = (change: string) => report.changes.filter((one) => one.change === change).length;
  const after = { created: count('created'), updated: count('updated'), unchanged: count('unchanged') };
  await record(tx, by, now, sheetImported({ subject: report.kind ?? '', after }));
}
