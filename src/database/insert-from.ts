import type { ColumnOf, Row, TableName } from './columns';
import type { Database } from './database';
import type { Expression } from './tables';

/**
 * Inserts the rows that a query finds, except existing ones. Returns a column of each new row. The query needs a
 * `where`. On SQLite, Knex itself drops the conflict clause and the returned rows when it inserts from a query.
 */
export async function insertFrom<T extends TableName, C extends ColumnOf<T>>(
  db: Database,
  into: T,
  columns: readonly ColumnOf<T>[],
  query: Expression,
  returning: C,
): Promise<Row<T>[C][]> {
  const { sql, bindings } = query.toSQL();
  const result = await db.raw(
    `insert into ${into} (${columns.join(', ')}) ${sql} on conflict do nothing returning ??`,
    [...bindings, returning],
  );
  const rows: Row<T>[] = Array.isArray(result) ? result : result.rows;
  return rows.map((row) => row[returning]);
}
