import type { Knex } from 'knex';
import type { Database } from './database';

/**
 * Inserts what a query finds, leaving out what is there already; returns a column of each new row. The query needs a
 * `where`. Knex itself drops both the conflict and the returned rows when it inserts from a query on SQLite.
 */
export async function insertFrom(
  db: Database,
  into: string,
  query: Knex.QueryBuilder,
  column: string,
): Promise<unknown[]> {
  const { sql, bindings } = query.toSQL();
  const result = await db.raw(`insert into ${into} ${sql} on conflict do nothing returning ??`, [...bindings, column]);
  const rows: Record<string, unknown>[] = Array.isArray(result) ? result : result.rows;
  return rows.map((row) => row[column]);
}
