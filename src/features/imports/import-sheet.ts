import { UserError } from '../../core/errors';
import { type Act, can, demand } from '../../core/permission';
import type { Person } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import type { ImportSettings } from './catalogue';
import { announceImport } from './import-catalogue';
import { importCoordinators } from './import-coordinators';
import { importCourses } from './import-courses';
import { importCustomers } from './import-customers';
import type { Placed, Sheet, SheetKind, SheetReport, Unreadable, Verdict } from './sheet';

/** The permission to import each kind; the preview requires it too. */
const ACTS: Record<SheetKind, Act> = { courses: 'courses', customers: 'customers', coordinators: 'customers' };

/** Throws UserError for a person who may not import that kind, or nothing at all. */
export function demandImport(by: Person, kind: SheetKind | undefined): void {
  demand(by, kind ? ACTS[kind] : 'customers');
}

export function mayImport(by: Person, kind: SheetKind | undefined): boolean {
  return can(by, kind ? ACTS[kind] : 'customers');
}

/** The result that an import would have, row by row. Changes nothing. */
export async function judgeSheet(db: Database, sheet: Sheet | Unreadable, by: Person, now: Now): Promise<SheetReport> {
  demandImport(by, sheet.kind);
  return work(db, sheet, by, { now, apply: false });
}

/** All or nothing: a refusal must roll back the caller's transaction. */
export async function importSheet(tx: Database, sheet: Sheet | Unreadable, by: Person, now: Now): Promise<SheetReport> {
  demandImport(by, sheet.kind);
  const report = await writeSheet(tx, sheet, by, now);
  const count = report.problems.length;
  if (count > 0) throw new UserError({ code: 'import.wrong', details: { count } });
  return report;
}

/** Writes all of the file, or nothing when the report contains problems. */
export function writeSheet(tx: Database, sheet: Sheet | Unreadable, by: Person, now: Now): Promise<SheetReport> {
  return work(tx, sheet, by, { now, apply: sheet.problems.length === 0 });
}

async function work(
  tx: Database,
  sheet: Sheet | Unreadable,
  by: Person,
  settings: ImportSettings,
): Promise<SheetReport> {
  const { kind, problems } = sheet;
  if (kind === undefined) return { kind, changes: [], problems };
  const verdicts = await verdictsOn(tx, sheet, by, settings);
  const report: SheetReport = { kind, changes: [], problems: [...problems] };
  verdicts.forEach((verdict, index) => {
    const { row = 0 } = sheet.rows[index] ?? {};
    if (Array.isArray(verdict)) report.problems.push(...verdict.map((problem) => ({ ...problem, row })));
    else report.changes.push({ ...verdict, row });
  });
  await announceImport(tx, report.changes, by, settings);
  report.problems.sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
  return report;
}

async function verdictsOn(tx: Database, sheet: Sheet, by: Person, settings: ImportSettings): Promise<Verdict[]> {
  switch (sheet.kind) {
    case 'courses':
      return importCourses(tx, sheet.rows.map(itemOf), by, settings);
    case 'customers':
      return importCustomers(tx, sheet.rows.map(itemOf), by, settings);
    case 'coordinators':
      return importCoordinators(tx, sheet.rows.map(itemOf), by, settings);
  }
}

function itemOf<Item>({ item }: Placed<Item>): Item {
  return item;
}
