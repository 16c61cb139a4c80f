import type { Database } from '../../src/database/database';
import type { TableColumn, TableColumns } from './declared-tables';
import { select } from './tables';

/** The tables that the migrations create, without Knex's own, and without SQLite's index of letters. */
export async function migratedTables(db: Database): Promise<TableColumns> {
  const rows = await select(db, db.client.config.client === 'pg' ? POSTGRES : SQLITE);
  const tables: TableColumns = {};
  for (const row of rows) {
    const column: TableColumn = {
      kind: String(row.kind).toLowerCase().includes('int') ? 'integer' : 'text',
      nullable: Number(row.nullable) === 1,
      defaulted: Number(row.defaulted) === 1,
    };
    tables[String(row.table)] = { ...tables[String(row.table)], [String(row.column)]: column };
  }
  return tables;
}

/** The values that SQLite's check constraints allow, by `table.column`. */
export async function allowedValues(db: Database): Promise<Record<string, string[]>> {
  const tables = await select(db, "select name, sql from sqlite_master where type = 'table'");
  const sets = tables.flatMap(({ name, sql }) =>
    [...String(sql).matchAll(/(\w+)`? in \(([^)]+)\)/g)].map(
      ([, column, list = '']) => [`${name}.${column}`, valuesOf(list)] as const,
    ),
  );
  return Object.fromEntries(sets);
}

function valuesOf(list: string): string[] {
  return list
    .split(',')
    .map((value) => value.trim().replaceAll("'", ''))
    .sort();
}

const POSTGRES = `select table_name as "table", column_name as "column", data_type as kind,
    case is_nullable when 'YES' then 1 else 0 end as nullable,
    case when column_default is null then 0 else 1 end as defaulted
  from information_schema.columns where table_schema = 'public' and table_name not like 'knex_%'`;

// A primary key is never null, and an auto-increment one has a default.
const SQLITE = `select tables.name as "table", columns.name as "column", columns.type as kind,
    columns."notnull" = 0 and columns.pk = 0 as nullable,
    columns.dflt_value is not null or (columns.pk > 0 and tables.sql like '%autoincrement%') as defaulted
  from sqlite_master as tables, pragma_table_info(tables.name) as columns
  where tables.type = 'table' and tables.name not like 'knex_%' and tables.name not like 'sqlite_%'
    and tables.name not like 'trainee_search%'`;
