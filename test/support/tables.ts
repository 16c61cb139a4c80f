import { createHash } from 'node:crypto';
import type { Row, TableName } from '../../src/database/columns';
import type { Database } from '../../src/database/database';
import { eventually } from './time';

/** Each with the order of its rows. */
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

/** Changes when anything changes but what Slack told us about people, and what the clock brings about; `without` leaves tables out. */
export async function checksum(db: Database, { without = [] as string[] } = {}): Promise<string> {
  const tables = TABLES.filter(([table]) => !without.includes(table));
  const contents = await Promise.all(tables.map(([table, order]) => contentOf(db, table, order)));
  const [row] = await select(db, `select ${contents.join(', ')}`);
  return createHash('sha256').update(JSON.stringify(row)).digest('hex');
}

/** SQL for all rows of a table as one text: one question for all tables is asked a hundred thousand times in a run. */
async function contentOf(db: Database, table: TableName, order: string): Promise<string> {
  if (db.client.config.client === 'pg')
    return `(select json_agg(t order by ${order})::text from ${table} t) as ${table}`;
  const values = (await columnsOf(db, table)).join(', ');
  return `(select json_group_array(json_array(${values})) from (select * from ${table} order by ${order})) as ${table}`;
}

const columns = new Map<TableName, string[]>();

/** The same in every database of a run. */
async function columnsOf(db: Database, table: TableName): Promise<string[]> {
  const rows = columns.has(table) ? [] : await select(db, `select name from pragma_table_info('${table}')`);
  const known = columns.get(table) ?? rows.map(({ name }) => String(name));
  columns.set(table, known);
  return known;
}

/** Waits until nothing is left to be sent. */
export async function allIsSaid(db: Database): Promise<void> {
  const live = ['pending', 'sending', 'unknown'] as const;
  await eventually('all is said', async () => {
    const row = await db('outbox').whereIn('state', live).count({ count: '*' }).first();
    return Number(row?.count) === 0;
  });
}

/** The channels of customers that a test begins with were looked at long ago. */
export async function channelsAreKnown(db: Database): Promise<void> {
  await db('outbox').where({ kind: 'channel.check' }).delete();
}

/** Every row's number as a number, whatever the database calls it. */
export async function select(db: Database, sql: string): Promise<Record<string, unknown>[]> {
  const result = await db.raw(sql);
  return Array.isArray(result) ? result : result.rows;
}
