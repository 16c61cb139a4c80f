import type { Knex } from 'knex';
import type { Course } from '../domain/course';
import type { PoolFilter } from '../domain/list';
import type { Order } from '../domain/order';
import type { Terms } from '../domain/product';
import { parseSeatReference } from '../domain/reference';
import type { Pool } from '../domain/seat';
import { foldKey } from '../domain/text';
import type { Day } from '../domain/time';
import type { Database } from './database';
import { findOrders } from './orders';
import { MOST_FOUND, matchingWords, orderAllows } from './search';

/** One customer's pools on its own `day`, or a single one of them. */
export interface PoolScope {
  customerId: number;
  day: Day;
  orderId?: number | undefined;
}

export interface PoolPage {
  pools: Pool[];
  /** Of all pages, read in the same statement as the rows. */
  totalPools: number;
  totalSeats: number;
}

/** Orders with at least one seat that can be assigned on that day. */
export function livePools(db: Database, scope: PoolScope): Knex.QueryBuilder {
  const query = db('orders')
    .where('orders.customer_id', scope.customerId)
    .where((open) => open.whereNull('orders.assign_by').orWhere('orders.assign_by', '>=', scope.day))
    .whereRaw("exists (select 1 from seats where order_id = orders.id and state = 'unassigned')");
  if (scope.orderId !== undefined) query.where('orders.id', scope.orderId);
  return query;
}

/** Grouped by product, what expires first on top. The counts and the rows come from one statement, hence agree. */
export async function pagePools(
  db: Database,
  scope: PoolScope,
  filter: PoolFilter,
  page: { size: number; offset: number },
): Promise<PoolPage> {
  const unassigned = "(select count(*) from seats where order_id = orders.id and state = 'unassigned')";
  const live = livePools(db, scope)
    .join('products', 'products.id', 'orders.product_id')
    .select('orders.id', 'orders.assign_by', 'products.name', 'products.code_key')
    .select(db.raw(`${unassigned} as unassigned`));
  if (filter.product !== undefined) live.where('products.code_key', foldKey(filter.product));
  if (filter.course !== undefined) {
    live.where(orderAllows(db, { shortname: filter.course }));
  }
  const rows = await db
    // Materialised, or SQLite counts every pool twice.
    .withMaterialized('live', live)
    .from('live')
    .select('id', 'unassigned')
    .select(db.raw('count(*) over () as total_pools, sum(unassigned) over () as total_seats'))
    .orderByRaw('name, code_key, assign_by is null, assign_by, id')
    .limit(page.size)
    .offset(page.offset);
  const ids = rows.map((row) => row.id as number);
  const orders = await findOrders(db, ids);
  return {
    pools: orders.map((order, index) => ({ order, unassigned: Number(rows[index]?.unassigned) })),
    totalPools: Number(rows[0]?.total_pools ?? 0),
    totalSeats: Number(rows[0]?.total_seats ?? 0),
  };
}

/** For the select of pools: by product, code, order or seat reference; what expires first on top. */
export async function searchPools(db: Database, scope: PoolScope, typed: string): Promise<Pool[]> {
  const query = livePools(db, scope)
    .join('products', 'products.id', 'orders.product_id')
    .select('orders.id')
    .select(db.raw("(select count(*) from seats where order_id = orders.id and state = 'unassigned') as unassigned"))
    .orderByRaw('orders.assign_by is null, orders.assign_by, orders.id')
    .limit(MOST_FOUND);
  const digits = /^b0*(\d{1,9})$/i.exec(typed.trim())?.[1];
  const seat = parseSeatReference(typed);
  if (digits) query.where('orders.id', Number(digits));
  else if (seat !== undefined) query.whereIn('orders.id', db('seats').where({ id: seat }).select('order_id'));
  else matchingWords(query, 'products.search_key', typed);
  const rows: { id: number; unassigned: number | string }[] = await query;
  const orders = await findOrders(
    db,
    rows.map((row) => row.id),
  );
  return orders.map((order, index) => ({ order, unassigned: Number(rows[index]?.unassigned) }));
}

export interface Candidate {
  id: number;
  courses: string[];
}

/** The live pools that allow the course and expire first, oldest first, with their restrictions. */
export async function firstExpiringPools(db: Database, scope: PoolScope, course: Course): Promise<Candidate[]> {
  const ranked = livePools(db, scope)
    .where(orderAllows(db, course))
    .where((running) => running.whereNull('orders.end_date').orWhere('orders.end_date', '>=', scope.day))
    .select('orders.id')
    .select(db.raw('rank() over (order by orders.assign_by is null, orders.assign_by) as place'));
  const rows: { id: number }[] = await db.with('ranked', ranked).from('ranked').where({ place: 1 }).orderBy('id');
  if (rows.length === 0) return [];
  const patterns = await db('order_courses')
    .whereIn(
      'order_id',
      rows.map((row) => row.id),
    )
    .orderBy('pattern_key');
  return rows.map(({ id }) => ({
    id,
    courses: patterns.filter((pattern) => pattern.order_id === id).map((pattern) => pattern.pattern),
  }));
}

/** Orders that would have allowed the course, had their seats been assigned in time; the latest first. */
export async function poolsPastTheirDay(db: Database, scope: PoolScope, course: Course): Promise<Order[]> {
  const rows: { id: number }[] = await db('orders')
    .where('orders.customer_id', scope.customerId)
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

/** The terms of all live pools when they agree on dates; undefined when they differ or there is none. */
export async function commonTerms(db: Database, scope: PoolScope): Promise<Terms | undefined> {
  const rows: { id: number }[] = await livePools(db, scope)
    .min({ id: 'orders.id' })
    .groupBy('duration_days', 'start_date', 'end_date')
    .limit(2);
  const [only, other] = rows;
  return only && !other ? (await findOrders(db, [only.id]))[0]?.terms : undefined;
}

/** Whether the customer ever bought seats that allow the course. */
export async function boughtSeatsFor(db: Database, scope: PoolScope, course: Course): Promise<boolean> {
  const row = await db('orders')
    .where('orders.customer_id', scope.customerId)
    .whereNull('cancelled_at')
    .where(orderAllows(db, course))
    .first('orders.id');
  return row !== undefined;
}

/** Seats of the customer whose day passed while nobody had assigned them. */
export async function countExpired(db: Database, scope: PoolScope): Promise<number> {
  const past = db('orders').where({ customer_id: scope.customerId }).where('assign_by', '<', scope.day).select('id');
  const row = await db('seats')
    .whereIn('order_id', past)
    .whereRaw("state = 'unassigned'")
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}
