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
  const hash = createHash('sha256');
  for (const [table, order] of TABLES) {
    if (!without.includes(table)) hash.update(JSON.stringify([table, await db(table).orderByRaw(order)]));
  }
  return hash.digest('hex');
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
