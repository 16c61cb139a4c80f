import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '../../src/core/customer';
import { ROLES } from '../../src/core/person';

const FILE = join(__dirname, '../../src/database/tables.ts');

export interface TableColumn {
  kind: 'integer' | 'text';
  nullable: boolean;
  /** True when an insert may leave it out, although it is never null. */
  defaulted: boolean;
}

/** Columns by table and name. */
export type TableColumns = Record<string, Record<string, TableColumn>>;

/** The declarations of `tables.ts`, parsed from its text, because types do not exist at run time. */
export function declaredTables(): TableColumns {
  const rows = rowTypes();
  return Object.fromEntries(
    tableTypes().map(({ table, row, defaulted }) => {
      const columns = Object.entries(rows[row] ?? {}).map(([column, type]) => [
        column,
        columnOf(type, column, defaulted),
      ]);
      return [table, Object.fromEntries(columns)];
    }),
  );
}

/** The allowed values of each column with a closed set of them, by `table.column`. */
export function declaredValues(): Record<string, string[]> {
  const rows = rowTypes();
  const all = tableTypes().flatMap(({ table, row }) =>
    Object.entries(rows[row] ?? {}).map(([column, type]) => [`${table}.${column}`, valuesOf(type)] as const),
  );
  return Object.fromEntries(all.filter(([, values]) => values.length > 0));
}

function tableTypes(): { table: string; row: string; defaulted: string[] }[] {
  const entries = text().matchAll(/^ {4}(\w+): Table<\s*(\w+)(?:,([^>]*))?>;/gm);
  return [...entries].map(([, table = '', row = '', defaulted = '']) => ({ table, row, defaulted: quoted(defaulted) }));
}

/** Types by the names of interface and column. */
function rowTypes(): Record<string, Record<string, string>> {
  const found = [...text().matchAll(/^export interface (\w+Row) \{\n(.*?)^\}/gms)];
  return Object.fromEntries(
    found.map(([, name, body = '']) => [
      name,
      Object.fromEntries([...body.matchAll(/^ {2}(\w+): (.+);$/gm)].map(([, column, type = '']) => [column, type])),
    ]),
  );
}

function columnOf(type: string, column: string, defaulted: string[]): TableColumn {
  const kind = /\bnumber\b|\bFlag\b|\bBigInteger\b|\b\d\b/.test(type) ? 'integer' : 'text';
  return { kind, nullable: / \| null$/.test(type), defaulted: defaulted.includes(column) };
}

function valuesOf(type: string): string[] {
  const named: Record<string, readonly string[]> = { Locale: LOCALES, Role: ROLES, Flag: ['0', '1'] };
  return [...(named[type] ?? [...quoted(type), ...(type.match(/\b\d\b/g) ?? [])])].sort();
}

function quoted(list: string): string[] {
  return [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
}

function text(): string {
  return readFileSync(FILE, 'utf8');
}
