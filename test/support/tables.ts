import { createHash } from 'node:crypto';
import type { Row, TableName } from '../../src/database/columns';
import type { Database } from '../../src/database/database';
import { eventually } from './time';

/** Each table, with the order of its rows. */
const TABLES: readonly (readonly [TableName, string])[] = [
  ['courses', 'id'],
  ['imports', 'key'],
  ['products', 'id'],
  ['product_courses', 'product_id, pattern_key'],
  ['customers', 'id'],
  ['coordinators', 'customer_id, team_id, user_id'],
  ['trainees', 'id'],
  ['orders', 'id'],
  ['order_courses', 'order_id, pattern_key'],
  ['seats', 'id'],
  ['assignments', 'id'],
  ['ledger', 'id'],
  ['outbox', 'id'],
  ['submissions', 'key'],
  ['seat_requests', 'id'],
  ['coordinator_products', 'customer_id, team_id, user_id, product_id'],
  ['delegations', 'id'],
  ['invitations', 'id'],
  ['invitation_products', 'invitation_id, product_id'],
  ['access_requests', 'id'],
  ['roles', 'team_id, user_id, role'],
];

export async function count<T extends TableName>(db: Database, table: T, where: Partial<Row<T>> = {}): Promise<number> {
  const query = db(table);
  for (const [column, value] of Object.entries(where)) {
    if (value === null) query.whereRaw('?? is null', [column]);
    else query.whereRaw('?? = ?', [column, value]);
  }
  const row = await query.count({ count: '*' }).first();
  return Number(row?.count);
}

/** Changes whenever data changes, except Slack's profiles and what changes with time. `without` leaves out tables. */
export async function checksum(db: Database, { without = [] as string[] } = {}): Promise<string> {
  const tables = TABLES.filter(([table]) => !without.includes(table));
  const contents = await Promise.all(tables.map(([table, order]) => contentOf(db, table, order)));
  const [row] = await select(db, `select ${contents.join(', ')}`);
  return createHash('sha256').update(JSON.stringify(row)).digest('hex');
}

/**
 * SQL for all rows of a table as one text. One query reads all tables, because a run does this a hundred thousand
 * times.
 */
async function contentOf(db: Database, table: TableName, order: string): Promise<string> {
  if (db.client.config.client === 'pg')
    return `(select json_agg(t order by ${order})::text from ${table} t) as ${table}`;
  const values = (await columnsOf(db, table)).join(', ');
  return `(select json_group_array(json_array(${values})) from (select * from ${table} order by ${order})) as ${table}`;
}

const columns = new Map<TableName, string[]>();

/** Cached: the columns are the same in every database of a run. */
async function columnsOf(db: Database, table: TableName): Promise<string[]> {
  const rows = columns.has(table) ? [] : await select(db, `select name from pragma_table_info('${table}')`);
  const known = columns.get(table) ?? rows.map(({ name }) => String(name));
  columns.set(table, known);
  return known;
}

/** Waits until no message is left to send. */
export async function allIsSaid(db: Database): Promise<void> {
  const live = ['pending', 'sending', 'unknown'] as const;
  await eventually('all is said', async () => {
    const row = await db('outbox').whereIn('state', live).count({ count: '*' }).first();
    return Number(row?.count) === 0;
  });
}

/** Deletes the initial checks of customers' channels, as if they were long done. */
export async function channelsAreKnown(db: Database): Promise<void> {
  await db('outbox').where({ kind: 'channel.check' }).delete();
}

/** The rows of a raw query, whatever the database's driver returns. */
export async function select(db: Database, sql: string): Promise<Record<string, unknown>[]> {
  const result = await db.raw(sql);
  return Array.isArray(result) ? result : result.rows;
}
