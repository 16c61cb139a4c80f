import { plainText } from '../../core/plain-text';
import { orderReference, parseSeatReference } from '../../core/reference';
import { foldKey } from '../../core/text';
import { type Day, parseInstant, today } from '../../core/time';
import type { Count, Source } from '../../database/columns';
import type { Database } from '../../database/database';
import type { Query } from '../../database/query';
import { MAX_FOUND, matchingWords, orderAllows } from '../../database/search';
import type { PoolFilter } from './list';
import { findOrders } from './orders.sql';
import type { ExpiredSeats, Pool, UnassignedSeats } from './pool';
import { countSeats, UNASSIGNED } from './seat-counts.sql';

/** Pools of one customer on `day` (in the customer's zone), optionally limited to some products or one order. */
export interface PoolScope {
  customerId: number;
  day: Day;
  products?: readonly number[] | undefined;
  orderId?: number | undefined;
}

interface PoolPage {
  pools: Pool[];
  /** Totals over all pages, from the same statement as the rows. */
  totalPools: number;
  totalSeats: number;
}

/** All orders in the scope, including used-up, expired and cancelled ones. */
export function ordersIn(db: Database, { customerId, products, orderId }: PoolScope): Query<Source<'orders'>> {
  const query = db('orders').where('orders.customer_id', customerId);
  if (products) query.whereIn('orders.product_id', [...products]);
  if (orderId !== undefined) query.where('orders.id', orderId);
  return query;
}

/** Orders with at least one seat that can be assigned on that day. */
export function livePools(db: Database, scope: PoolScope): Query<Source<'orders'>> {
  return ordersIn(db, scope)
    .where((open) => open.whereNull('orders.assign_by').orWhere('orders.assign_by', '>=', scope.day))
    .whereRaw("exists (select 1 from seats where order_id = orders.id and state = 'unassigned')");
}

/** Assignable seats in the scope on its day. */
export async function countLeft(db: Database, scope: PoolScope): Promise<number> {
  return (await countSeats(db, livePools(db, scope))).unassigned;
}

/** Orders whose last day was that one, with the seats that nobody had assigned by then. */
export async function expiredTogether(db: Database, scope: PoolScope): Promise<ExpiredSeats[]> {
  const rows = await ordersIn(db, scope)
    .where('orders.assign_by', scope.day)
    .whereRaw("exists (select 1 from seats where order_id = orders.id and state = 'unassigned')")
    .join('products', 'products.id', 'orders.product_id')
    .orderBy('orders.id')
    .select('orders.id', 'products.name')
    .select<{ unassigned: Count }>(db.raw(`${UNASSIGNED} as unassigned`));
  return rows.map(({ id, name, unassigned }) => ({
    order: orderReference(id),
    product: name,
    seats: Number(unassigned),
  }));
}

/** Unassigned seats of each live pool. */
export async function unassignedByOrder(db: Database, scope: PoolScope, timezone: string): Promise<UnassignedSeats[]> {
  const rows = await livePools(db, scope)
    .join('products', 'products.id', 'orders.product_id')
    .select('orders.generated_at', 'orders.assign_by', 'products.id', 'products.code', 'products.name')
    .select<{ unassigned: Count }>(db.raw(`${UNASSIGNED} as unassigned`));
  return rows.map((row) => ({
    product: { id: row.id, code: row.code, name: row.name },
    unassigned: Number(row.unassigned),
    generatedOn: today(parseInstant(row.generated_at), timezone),
    assignBy: row.assign_by ?? undefined,
  }));
}

/** Grouped by product, first to expire on top. One statement reads counts and rows, so they agree. */
export async function pagePools(
  db: Database,
  scope: PoolScope,
  filter: PoolFilter,
  page: { size: number; offset: number },
): Promise<PoolPage> {
  const live = livePools(db, scope)
    .join('products', 'products.id', 'orders.product_id')
    .select('orders.id', 'orders.assign_by', 'products.name', 'products.code_key')
    .select<{ unassigned: Count }>(db.raw(`${UNASSIGNED} as unassigned`));
  if (filter.product !== undefined) live.where('products.code_key', foldKey(filter.product));
  if (filter.course !== undefined) {
    live.where(orderAllows(db, { shortname: filter.course }));
  }
  const rows = await db
    // Without this, SQLite adds up the counts of every pool twice.
    .withMaterialized('live', live)
    .from('live')
    .select('id', 'unassigned')
    .select<{ total_pools: Count; total_seats: Count }>(
      db.raw('count(*) over () as total_pools, sum(unassigned) over () as total_seats'),
    )
    .orderByRaw('name, code_key, assign_by is null, assign_by, id')
    .limit(page.size)
    .offset(page.offset);
  const ids = rows.map((row) => row.id);
  const orders = await findOrders(db, ids);
  return {
    pools: orders.map((order, index) => ({ order, unassigned: Number(rows[index]?.unassigned) })),
    totalPools: Number(rows[0]?.total_pools ?? 0),
    totalSeats: Number(rows[0]?.total_seats ?? 0),
  };
}

/** For the pool select: finds by product, code, order or seat reference; first to expire on top. */
export async function searchPools(db: Database, scope: PoolScope, search: string): Promise<Pool[]> {
  const query = livePools(db, scope)
    .join('products', 'products.id', 'orders.product_id')
    .select('orders.id')
    .select<{ unassigned: Count }>(db.raw(`${UNASSIGNED} as unassigned`))
    .orderByRaw('orders.assign_by is null, orders.assign_by, orders.id')
    .limit(MAX_FOUND);
  const digits = /^b0*(\d{1,9})$/i.exec(plainText(search))?.[1];
  const seat = parseSeatReference(search);
  if (digits) query.where('orders.id', Number(digits));
  else if (seat !== undefined) query.whereIn('orders.id', db('seats').where({ id: seat }).select('order_id'));
  else matchingWords(query, 'products.search_key', search);
  const rows = await query;
  const orders = await findOrders(
    db,
    rows.map((row) => row.id),
  );
  return orders.map((order, index) => ({ order, unassigned: Number(rows[index]?.unassigned) }));
}
