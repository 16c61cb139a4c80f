import type { Knex } from 'knex';
import type { Database } from './database';

/**
 * Inserts what a query finds, leaving out what is there already; returns how many. The query needs a `where`. Knex itself
 * drops both the conflict and the returned rows when it inserts from a query on SQLite.
 */
export async function insertFrom(db: Database, into: string, query: Knex.QueryBuilder): Promise<number> {
  const { sql, bindings } = query.toSQL();
  const result = await db.raw(`insert into ${into} ${sql} on conflict do nothing returning 1`, [...bindings]);
  return (Array.isArray(result) ? result : result.rows).length;
}
