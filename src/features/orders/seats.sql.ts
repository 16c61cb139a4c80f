import type { Database } from '../../database/database';

/** One statement, however many. */
export async function insertSeats(db: Database, orderId: number, count: number): Promise<void> {
  await db.raw(
    `insert into seats (order_id, state)
     with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ?)
     select ?, 'unassigned' from numbers`,
    [count, orderId],
  );
}

/**
 * Takes the next unassigned seat of the order, or undefined when there is none. However many try at once, each gets a
 * seat of its own: who loses the race for one tries the next.
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

/** How many of the order's seats were unassigned and are cancelled now. */
export async function cancelUnassignedSeats(db: Database, orderId: number): Promise<number> {
  return db('seats').where({ order_id: orderId }).whereRaw("state = 'unassigned'").update({ state: 'cancelled' });
}

export async function countUnassigned(db: Database, orderId: number): Promise<number> {
  const row = await db('seats')
    .where({ order_id: orderId })
    .whereRaw("state = 'unassigned'")
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}
