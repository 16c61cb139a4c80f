import type { CatalogueChange } from '../domain/catalogue';
import { UserError } from '../domain/errors';
import { type Act, can, demand } from '../domain/permission';
import type { Person } from '../domain/person';
import type { Placed, Sheet, SheetKind, SheetProblem, SheetReport, Unreadable } from '../domain/sheet';
import type { Now } from '../domain/time';
import type { Database } from '../storage/database';
import { followImport, type ImportSettings } from './import-catalogue';
import { importCourses } from './import-courses';
import { importCoordinators, importCustomers } from './import-customers';

/** Who may bring things of a kind in; nobody else is told what would become of them. */
const ACTS: Record<SheetKind, Act> = { courses: 'courses', customers: 'customers', coordinators: 'customers' };

/** Refuses whoever may import nothing, or nothing of that kind. */
export function demandImport(by: Person, kind: SheetKind | undefined): void {
  demand(by, kind ? ACTS[kind] : 'customers');
}

export function mayImport(by: Person, kind: SheetKind | undefined): boolean {
  return can(by, kind ? ACTS[kind] : 'customers');
}

/** What would become of every row. Changes nothing. */
export async function judgeSheet(db: Database, sheet: Sheet | Unreadable, by: Person, now: Now): Promise<SheetReport> {
  demandImport(by, sheet.kind);
  return work(db, sheet, by, { now, apply: false });
}

/** In the transaction of the caller, which a refusal takes back: all of the file, or nothing. */
export async function importSheet(tx: Database, sheet: Sheet | Unreadable, by: Person, now: Now): Promise<SheetReport> {
  demandImport(by, sheet.kind);
  const report = await work(tx, sheet, by, { now, apply: sheet.problems.length === 0 });
  const count = report.problems.length;
  if (count > 0) throw new UserError({ code: 'import.wrong', details: { count } });
  return report;
}

async function work(
  tx: Database,
  sheet: Sheet | Unreadable,
  by: Person,
  settings: ImportSettings,
): Promise<SheetReport> {
  const { kind, problems } = sheet;
  if (kind === undefined) return { kind, changes: [], problems };
  const changes = await changesOf(tx, sheet, by, settings);
  await followImport(tx, changes, settings);
  const rows: readonly Placed<unknown>[] = sheet.rows;
  const report: SheetReport = { kind, changes: [], problems: [...problems] };
  changes.forEach((change, index) => {
    const row = rows[index]?.row ?? 0;
    if (change) report.changes.push({ ...change, row });
    else report.problems.push(unknownCustomer(sheet, index, row));
  });
  report.problems.sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
  return report;
}

async function changesOf(
  tx: Database,
  sheet: Sheet,
  by: Person,
  settings: ImportSettings,
): Promise<(CatalogueChange | undefined)[]> {
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

function unknownCustomer(sheet: Sheet, index: number, row: number): SheetProblem {
  const value = sheet.kind === 'coordinators' ? (sheet.rows[index]?.item.customer ?? '') : '';
  return { code: 'customer.unknown', row, column: 'customer', details: { value } };
}
