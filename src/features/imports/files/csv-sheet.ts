import type { z } from 'zod';
import { foldKey } from '../../../core/text';
import { MAX_ROWS, type Placed, type Sheet, type SheetKind, type SheetProblem, type Unreadable } from '../sheet';
import { isColumn, readHeader } from './csv-header';
import { type Defaults, shapes, toCoordinator, toCourse, toCustomer, WRONG } from './csv-shapes';
import { readTable, SEPARATORS, type Table } from './csv-table';
import { readText } from './file-text';

/**
 * Parses a CSV file, whose header determines the kind of its rows. Returns the valid rows and all problems of the
 * others.
 */
export function readSheet(bytes: Uint8Array, defaults: Defaults): Sheet | Unreadable {
  const read = readText(bytes);
  if ('problem' in read) return unreadable({ code: read.problem });
  const table = readTable(read.text, isColumn);
  if ('brokenRow' in table) return unreadable({ code: 'file.quote', row: table.brokenRow });
  const found = readHeader(table, read.text);
  if ('problems' in found) return unreadable(...found.problems);
  if (table.rows.length > MAX_ROWS) {
    return unreadable({ code: 'file.too_many_rows', details: { rows: table.rows.length, most: MAX_ROWS } });
  }
  return sheetOf(found.kind, { ...table, header: table.header.map(foldKey) }, defaults);
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
    const separator = result.success ? undefined : otherSeparator(header, cells);
    if (separator) problems.push({ code: 'row.separator', row, details: { separator } });
    if (separator) continue;
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

/** A row of one cell that another separator would split. */
function otherSeparator(header: readonly string[], cells: readonly string[]): string | undefined {
  const [only = '', ...others] = cells;
  return header.length > 1 && others.length === 0 ? [...SEPARATORS, '|'].find((one) => only.includes(one)) : undefined;
}

function unreadable(...problems: SheetProblem[]): Unreadable {
  return { kind: undefined, problems };
}
