import type { z } from 'zod';
import { foldKey } from '../../core/text';
import { type Defaults, shapes, toCoordinator, toCourse, toCustomer, WRONG } from './csv-shapes';
import { readTable, type Table } from './csv-table';
import { decodeText, isWorkbook } from './csv-text';
import {
  MAX_ROWS,
  type Placed,
  SHEET_KINDS,
  type Sheet,
  type SheetKind,
  type SheetProblem,
  type Unreadable,
} from './sheet';

/** Reads a CSV file whose header tells what its rows are: the rows that are good, and all that is wrong with the others. */
export function readSheet(bytes: Uint8Array, defaults: Defaults): Sheet | Unreadable {
  if (isWorkbook(bytes)) return unreadable({ code: 'file.workbook' });
  const text = decodeText(bytes);
  if (text === undefined) return unreadable({ code: 'file.not_text' });
  const table = readTable(text, (title) => COLUMNS.includes(foldKey(title)));
  if ('brokenRow' in table) return unreadable({ code: 'file.quote', row: table.brokenRow });
  const header = table.header.map(foldKey);
  const [kind, ...others] = SHEET_KINDS.filter((one) => header.includes(columnsOf(one)[0] ?? ''));
  if (table.rows.length === 0) return unreadable({ code: 'file.empty' });
  if (!kind || others.length > 0) return unreadable({ code: 'header.unknown' });
  const problems = headerProblems(kind, header);
  if (problems.length > 0) return unreadable(...problems);
  if (table.rows.length > MAX_ROWS) {
    return unreadable({ code: 'file.too_many_rows', details: { rows: table.rows.length, most: MAX_ROWS } });
  }
  return sheetOf(kind, { ...table, header }, defaults);
}

const COLUMNS = SHEET_KINDS.flatMap(columnsOf);

/** The first one tells the kind. */
function columnsOf(kind: SheetKind): string[] {
  return Object.keys(shapes[kind].shape);
}

function sheetOf(kind: SheetKind, table: Table, defaults: Defaults): Sheet {
  const { header } = table;
  switch (kind) {
    case 'courses':
      return { kind, ...readRows(table, shapes[kind], toCourse, ({ shortname }) => [shortname]) };
    case 'customers':
      return {
        kind,
        ...readRows(
          table,
          shapes[kind],
          (row) => toCustomer(row, header, defaults),
          ({ code }) => [code],
        ),
      };
    case 'coordinators':
      return {
        kind,
        ...readRows(
          table,
          shapes[kind],
          (row) => toCoordinator(row, header),
          ({ customer, teamId, userId }) => [customer, teamId, userId],
        ),
      };
  }
}

function readRows<Shape extends z.ZodObject, Item>(
  { header, rows }: Table,
  shape: Shape,
  toItem: (values: z.infer<Shape>) => Item,
  keyOf: (item: Item) => string[],
): { rows: Placed<Item>[]; problems: SheetProblem[] } {
  const good: Placed<Item>[] = [];
  const problems: SheetProblem[] = [];
  const seen = new Map<string, number>();
  for (const { row, cells } of rows) {
    const values = Object.fromEntries(header.map((column, index) => [column, cells[index]?.trim() || undefined]));
    const extra = cells.some((cell, index) => !header[index] && cell.trim() !== '');
    const result = shape.safeParse(values);
    if (extra) problems.push({ code: 'cell.extra', row });
    if (!result.success) problems.push(...result.error.issues.map((issue) => ({ ...problemOf(issue, values), row })));
    if (!result.success || extra) continue;
    const item = toItem(result.data);
    const key = keyOf(item);
    const first = seen.get(foldKey(key.join('\n')));
    if (first === undefined) {
      seen.set(foldKey(key.join('\n')), row);
      good.push({ row, item });
    } else {
      const [column = ''] = Object.keys(shape.shape);
      problems.push({ code: 'row.repeated', row, column, details: { value: key.join(', '), first } });
    }
  }
  return { rows: good, problems };
}

function problemOf(issue: z.core.$ZodIssue, values: Record<string, string | undefined>): SheetProblem {
  const column = String(issue.path[0]);
  const value = values[column];
  if (value === undefined) return { code: 'cell.empty', column };
  if (issue.code === 'too_big') return { code: 'cell.too_long', column, details: { most: Number(issue.maximum) } };
  const wrong = WRONG[column] ?? { code: 'cell.empty' };
  return { ...wrong, column, details: { ...wrong.details, value } };
}

function headerProblems(kind: SheetKind, header: readonly string[]): SheetProblem[] {
  const known = columnsOf(kind);
  const optional = (column: string) => shapes[kind].safeParse({}).error?.issues.every(({ path }) => path[0] !== column);
  const missing = known.filter((column) => !header.includes(column) && !optional(column));
  const named = header.filter(Boolean);
  return [
    ...missing.map((column) => ({ code: 'column.missing' as const, column })),
    ...named
      .filter((column) => !known.includes(column))
      .map((column) => ({ code: 'column.unknown' as const, column, details: { columns: known.join(', ') } })),
    ...named
      .filter((column, index) => named.indexOf(column) !== index)
      .map((column) => ({ code: 'column.repeated' as const, column })),
  ].map((problem) => ({ ...problem, row: 1 }));
}

function unreadable(...problems: SheetProblem[]): Unreadable {
  return { kind: undefined, problems };
}
