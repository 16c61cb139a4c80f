import type { Course } from '../../core/course';
import type { Day } from '../../core/time';
import type { Database } from '../../database/database';
import { orderAllows } from '../../database/search';
import type { Terms } from '../products/product';
import type { Order } from './order';
import { findOrders } from './orders.sql';
import { livePools, ordersIn, type PoolScope } from './pools.sql';
import { countSeats } from './seat-counts.sql';

export interface Candidate {
  id: number;
  courses: string[];
}

/** Ids of the live pools that allow the course and share the earliest expiry, oldest first. */
export async function firstExpiringPools(db: Database, scope: PoolScope, course: Course): Promise<number[]> {
  const ranked = livePools(db, scope)
    .where(orderAllows(db, course))
    .where((running) => running.whereNull('orders.end_date').orWhere('orders.end_date', '>=', scope.day))
    .select('orders.id')
    .select<{ place: number }>(db.raw('rank() over (order by orders.assign_by is null, orders.assign_by) as place'));
  const rows = await db.with('ranked', ranked).from('ranked').where({ place: 1 }).orderBy('id');
  return rows.map(({ id }) => id);
}

/** The order's terms allow the course. */
export async function isSoldFor(db: Database, orderId: number, course: Course): Promise<boolean> {
  const row = await db('orders').where({ id: orderId }).where(orderAllows(db, course)).first('id');
  return row !== undefined;
}

/** Course restrictions as sold, in the order of `ids`. */
export async function withRestrictions(db: Database, ids: readonly number[]): Promise<Candidate[]> {
  const patterns = await db('order_courses')
    .whereIn('order_id', [...ids])
    .orderBy('pattern_key');
  return ids.map((id) => ({
    id,
    courses: patterns.filter((pattern) => pattern.order_id === id).map((pattern) => pattern.pattern),
  }));
}

/** Expired orders that allow the course and still have unassigned seats; only the last to expire. */
export async function poolsPastTheirDay(db: Database, scope: PoolScope, course: Course): Promise<Order[]> {
  const rows = await ordersIn(db, scope)
    .where('orders.assign_by', '<', scope.day)
    .whereRaw("exists (select 1 from seats where order_id = orders.id and state = 'unassigned')")
    .where(orderAllows(db, course))
    .orderBy('orders.assign_by', 'desc')
    .limit(1)
    .select('orders.id');
  return findOrders(
    db,
    rows.map((row) => row.id),
  );
}

/** Terms of the live pools; undefined when their dates differ or no pool is live. */
export async function commonTerms(db: Database, scope: PoolScope): Promise<Terms | undefined> {
  const rows = await livePools(db, scope)
    .min({ id: 'orders.id' })
    .groupBy('duration_days', 'start_date', 'end_date')
    .limit(2);
  const [only, other] = rows;
  return only?.id && !other ? (await findOrders(db, [only.id]))[0]?.terms : undefined;
}

/** The customer bought seats for the course; cancelled orders do not count. */
export async function boughtSeatsFor(db: Database, scope: PoolScope, course: Course): Promise<boolean> {
  const row = await ordersIn(db, scope).whereNull('cancelled_at').where(orderAllows(db, course)).first('orders.id');
  return row !== undefined;
}

/** Unassigned seats past their last day to assign, of those whose last day was `from` or later. */
export async function countExpired(db: Database, scope: PoolScope, from: Day = ''): Promise<number> {
  const past = ordersIn(db, scope).where('assign_by', '<', scope.day).where('assign_by', '>=', from);
  return (await countSeats(db, past)).unassigned;
}
