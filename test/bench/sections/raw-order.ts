import { orderReference } from '../../../src/core/reference';
import type { Database } from '../../../src/database/database';
import { SALES, TEAM } from '../seed/people';

/** The values that generating writes, all known beforehand: nothing is read, checked or computed. */
export interface RawOrder {
  customerId: number;
  channel: string;
  productId: number;
  quantity: number;
  packSize: number;
  patterns: readonly string[];
  seats: number;
  at: string;
}

type InsertSeats = (tx: Database, orderId: number, seats: number) => Promise<unknown>;

const ROWS_AT_ONCE = 1_000;

export const manyRows: InsertSeats = async (tx, orderId, seats) => {
  for (let done = 0; done < seats; done += ROWS_AT_ONCE) {
    const rows = Array(Math.min(ROWS_AT_ONCE, seats - done)).fill(`(${orderId},'unassigned')`);
    await tx.raw(`insert into seats (order_id, state) values ${rows.join()}`);
  }
};

export const recursively: InsertSeats = (tx, orderId, seats) =>
  tx.raw(
    `insert into seats (order_id, state)
     with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ?)
     select ?, 'unassigned' from numbers`,
    [seats, orderId],
  );

/** Inserts the rows of a generated order, in one transaction of plain SQL. */
export async function insertRawOrder(db: Database, order: RawOrder, insertSeats: InsertSeats): Promise<void> {
  const { customerId, channel, productId, quantity, packSize, patterns, seats, at } = order;
  await db.transaction(async (tx) => {
    const [{ id }] = await tx.raw(
      `insert into orders (customer_id, product_id, quantity, pack_size, assign_by, role, supervisor_role,
         duration_days, generated_at, generated_by_team, generated_by_user)
       values (?, ?, ?, ?, null, 'student', 'teacher', 90, ?, ?, ?) returning id`,
      [customerId, productId, quantity, packSize, at, TEAM, SALES.userId],
    );
    for (const pattern of patterns) {
      await tx.raw('insert into order_courses (order_id, pattern, pattern_key) values (?, ?, lower(?))', [
        id,
        pattern,
        pattern,
      ]);
    }
    await insertSeats(tx, id, seats);
    const subject = orderReference(id);
    await tx.raw(
      `insert into ledger (at, actor_team, actor_user, action, subject, customer_id, after)
       values (?, ?, ?, 'order.generated', ?, ?, ?)`,
      [at, TEAM, SALES.userId, subject, customerId, JSON.stringify(order)],
    );
    await insertEntry(tx, { about: `order.announce:${subject}`, coalesces: false, channel, at });
    await insertEntry(tx, { about: `board.refresh:${customerId}`, coalesces: true, channel, at });
  });
}

interface RawEntry {
  /** The kind and the subject. */
  about: string;
  coalesces: boolean;
  channel: string;
  at: string;
}

async function insertEntry(tx: Database, { about, coalesces, channel, at }: RawEntry): Promise<void> {
  const [kind = '', subject = ''] = about.split(':');
  await tx.raw(
    `insert into outbox (dedupe_key, coalesce_key, kind, subject, lane, state, attempts, created_at, due_at)
     values (?, ?, ?, ?, ?, 'pending', 0, ?, '')
     on conflict (coalesce_key) where state = 'pending' do update set attempts = outbox.attempts`,
    [coalesces ? `${about}:${at}` : about, coalesces ? about : null, kind, subject, channel, at],
  );
}
