import type { Database } from '../../database/database';

/** What whoever owns a PostgreSQL database runs where the migration could not. */
export const MAKE_SEARCH_INDEX = [
  'create extension pg_trgm',
  'create extension btree_gin',
  "create index trainees_search on trainees using gin (customer_id, (' ' || search_key) gin_trgm_ops)",
];

/** SQLite always has it. */
export async function hasSearchIndex(db: Database): Promise<boolean> {
  if (db.client.config.client !== 'pg') return true;
  const { rows } = await db.raw("select to_regclass('trainees_search') is not null as found");
  return rows[0].found;
}
