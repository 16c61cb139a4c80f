import type { Database } from '../../database/database';
import { countSeats } from './seat-counts.sql';

/** One statement for any count. */
export async function insertSeats(db: Database, orderId: number, count: number): Promise<void> {
  await db.raw(
    `insert into seats (order_id, state)
     with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ?)
     select ?, 'unassigned' from numbers`,
    [count, orderId],
  );
}

/**
 * Claims the next unassigned seat of the order; undefined when none is left. Safe to run concurrently: the loser of a
 * race tries the next seat.
 */
export async function claimSeat(db: Database, orderId: number): Promise<number | undefined> {
  const next = db('seats').where({ order_id: orderId }).whereRaw("state = 'unassigned'").min('id');
  do {
    const [claimed] = await db('seats')
      .where('id', next.clone())
      .whereRaw("state = 'unassigned'")
      .update({ state: 'assigned' }, ['id']);
    if (claimed) return claimed.id;
  } while (await hasUnassigned(db, orderId));
  return undefined;
}

async function hasUnassigned(db: Database, orderId: number): Promise<boolean> {
  const row = await db('seats').where({ order_id: orderId }).whereRaw("state = 'unassigned'").first('id');
  return row !== undefined;
}

/** Returns the number of seats it cancelled. */
export async function cancelUnassignedSeats(db: Database, orderId: number): Promise<number> {
  return db('seats').where({ order_id: orderId }).whereRaw("state = 'unassigned'").update({ state: 'cancelled' });
}

export async function countUnassigned(db: Database, orderId: number): Promise<number> {
  return (await countSeats(db, db('orders').where('orders.id', orderId))).unassigned;
}
