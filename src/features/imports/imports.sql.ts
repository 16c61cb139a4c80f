import { randomUUID } from 'node:crypto';
import type { Identity } from '../../core/identity';
import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';
import type { ImportRow } from '../../database/tables';
import type { Sheet, SheetReport, Unreadable } from './sheet';
import type { SheetImport } from './sheet-import';

/** All columns except the sheet, which may be large. */
const COLUMNS = ['key', 'team_id', 'user_id', 'file_id', 'state', 'report'] as const;
type ImportColumns = Pick<ImportRow, (typeof COLUMNS)[number]>;

/** Returns the key of the import. */
export async function createImport(tx: Database, by: Identity, fileId: string, at: Instant): Promise<string> {
  const key = randomUUID();
  const who = { team_id: by.teamId, user_id: by.userId };
  await tx('imports').insert({ key, ...who, file_id: fileId, state: 'reading', created_at: at });
  return key;
}

export async function findImport(db: Database, key: string): Promise<SheetImport | undefined> {
  const row = await db('imports')
    .where({ key })
    .first(...COLUMNS);
  return row && fromRow(row);
}

/** The latest file of the person that waits for a decision. */
export async function findUndecided(db: Database, { teamId, userId }: Identity): Promise<SheetImport | undefined> {
  const row = await db('imports')
    .where({ team_id: teamId, user_id: userId, state: 'ready' })
    .orderBy('created_at', 'desc')
    .first(...COLUMNS);
  return row && fromRow(row);
}

/** The content of the file at the time of reading. */
export async function sheetOf(db: Database, key: string): Promise<Sheet | Unreadable | undefined> {
  const row = await db('imports').where({ key }).first('sheet');
  return row?.sheet ? JSON.parse(row.sheet) : undefined;
}

/** Only the first reading is stored. */
export async function saveReading(
  db: Database,
  key: string,
  sheet: Sheet | Unreadable,
  report: SheetReport,
): Promise<void> {
  const read = { kind: sheet.kind ?? null, sheet: JSON.stringify(sheet), report: JSON.stringify(report) };
  await db('imports')
    .where({ key, state: 'reading' })
    .update({ state: 'ready', ...read });
}

/** True for exactly one of several concurrent callers. A cancelled import deletes its rows. */
export async function takeStep(
  tx: Database,
  key: string,
  from: SheetImport['state'],
  to: SheetImport['state'],
): Promise<boolean> {
  const changed = await tx('imports')
    .where({ key, state: from })
    .update({ state: to, ...(to === 'cancelled' && { sheet: null }) });
  return changed === 1;
}

/** Deletes the rows after an import; keeps them when the file goes back to its preview. */
export async function saveOutcome(
  tx: Database,
  key: string,
  state: 'imported' | 'ready',
  report: SheetReport,
): Promise<void> {
  await tx('imports')
    .where({ key })
    .update({ state, report: JSON.stringify(report), ...(state === 'imported' && { sheet: null }) });
}

/** Restarts the time after which it is deleted. */
export async function renewImport(tx: Database, key: string, at: Instant): Promise<void> {
  await tx('imports').where({ key }).update({ created_at: at });
}

/** Except confirmed imports, which are still to be saved. */
export async function forgetImports(db: Database, before: Instant): Promise<number> {
  return db('imports').where('created_at', '<', before).whereNot({ state: 'importing' }).delete();
}

function fromRow({ state, report, ...row }: ImportColumns): SheetImport {
  const known = { key: row.key, by: { teamId: row.team_id, userId: row.user_id }, fileId: row.file_id };
  return state === 'reading' ? { ...known, state } : { ...known, state, report: JSON.parse(report ?? '') };
}
