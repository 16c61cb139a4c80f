import type { Database } from '../../src/database/database';
import { eachDatabase } from './databases';
import { select } from './tables';

type Rows = Record<string, unknown>[];
type Import = (db: Database) => Promise<void>;

/** Without those of the search index, which only SQLite has and its triggers fill. */
const TABLES = `select name from sqlite_master
  where type = 'table' and name not like 'knex_%' and name not like 'sqlite_%'
    and name not like 'trainee_search%' order by rowid`;

/** The rows of each table after the import into an empty database: the same in each test, and on both databases. */
let imported: Promise<[table: string, rows: Rows][]> | undefined;

/** Writes what the import would write, which takes a tenth of its time. Runs the import where anything is there already. */
export async function importOnce(db: Database, run: Import): Promise<void> {
  imported ??= rowsOf(run);
  const tables = await imported;
  const counts = tables.map(([table]) => `(select count(*) from ${table})`);
  const [found] = await select(db, `select ${counts.join(' + ')} as count`);
  if (Number(found?.count) > 0) return run(db);
  return db.transaction(async (tx) => {
    for (const [table, rows] of tables) await insert(tx, table, rows);
  });
}

async function rowsOf(run: Import): Promise<[string, Rows][]> {
  const [sqlite] = eachDatabase;
  if (!sqlite) throw new Error('There is no SQLite.');
  const { db, close } = await sqlite.open();
  await run(db);
  const tables: [string, Rows][] = [];
  for (const { name } of await select(db, TABLES))
    tables.push([String(name), await select(db, `select * from ${name}`)]);
  await close();
  return tables.filter(([, rows]) => rows.length > 0);
}

/** On PostgreSQL, ids that are given do not count. */
async function insert(tx: Database, table: string, rows: Rows): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const row = `(${columns.map(() => '?').join(', ')})`;
  const values = rows.flatMap((one) => columns.map((column) => one[column]));
  await tx.raw(
    `insert into ${table} (${columns.join(', ')}) values ${rows.map(() => row).join(', ')}`,
    values as string[],
  );
  if (tx.client.config.client === 'pg' && columns.includes('id')) {
    await tx.raw(`select setval(pg_get_serial_sequence('${table}', 'id'), max(id)) from ${table}`);
  }
}
