import type { Customer } from '../../core/customer';
import { addDays, type Day } from '../../core/time';
import { chunks } from '../../database/chunks';
import type { Database } from '../../database/database';
import { hasOrders } from '../orders/orders.sql';
import { countLeft } from '../orders/pools.sql';

// Seats left per customer, stored and updated on each change: sorting customers by seats left must not count a million
// seats.

/**
 * Stores the customer's seats left on that day. The insert locks the row: concurrent counts run one after another, and
 * the last one sees every change.
 */
export async function countStock(tx: Database, customerId: number, day: Day): Promise<void> {
  const own = () => tx('customer_stock').where({ customer_id: customerId });
  await tx('customer_stock')
    .insert({ customer_id: customerId, seats_left: 0, counted_on: day })
    .onConflict('customer_id')
    .merge({ seats_left: tx.ref('customer_stock.seats_left') });
  if (!(await hasOrders(tx, customerId))) await own().delete();
  else await own().update({ seats_left: await countLeft(tx, { customerId, day }), counted_on: day });
}

/** Ids of the customers with orders, ascending. */
export async function withStock(db: Database, customerIds: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  for (const ids of chunks([...customerIds].sort((one, other) => one - other))) {
    found.push(...(await db('customer_stock').whereIn('customer_id', ids).orderBy('customer_id').pluck('customer_id')));
  }
  return found;
}

/**
 * Customers of a zone with seats that expired after their last count and before that day, or with a count of a later
 * day, which a clock that was ahead left behind.
 */
export async function staleStock(db: Database, when: { zone: string; day: Day }): Promise<number[]> {
  const ahead = await db('customer_stock')
    .join('customers', 'customers.id', 'customer_stock.customer_id')
    .where({ timezone: when.zone })
    .where('counted_on', '>', when.day)
    .pluck('customer_id');
  return [...new Set([...(await expiredStock(db, when)), ...ahead])];
}

function expiredStock(db: Database, { zone, day }: { zone: string; day: Day }) {
  return db('orders')
    .join('customers', 'customers.id', 'orders.customer_id')
    .join('customer_stock', 'customer_stock.customer_id', 'orders.customer_id')
    .where({ timezone: zone })
    .whereBetween('assign_by', [addDays(day, -MAX_ABSENCE_DAYS), addDays(day, -1)])
    .whereRaw('counted_on <= assign_by')
    .whereRaw("exists (select 1 from seats where order_id = orders.id and state = 'unassigned')")
    .distinct('orders.customer_id')
    .pluck('orders.customer_id');
}

/** Longest downtime after which the search still finds expired seats. */
const MAX_ABSENCE_DAYS = 366;

interface StockLine {
  customer: Pick<Customer, 'code' | 'name'>;
  left: number;
}

/** One page of customers with orders, fewest seats first. Leaves out archived customers. */
export async function pageStock(db: Database, page: { size: number; offset: number }): Promise<StockLine[]> {
  const rows = await inUse(db)
    .orderBy(['seats_left', 'customer_id'])
    .limit(page.size)
    .offset(page.offset)
    .select('code', 'name', 'seats_left');
  return rows.map(({ code, name, seats_left: left }) => ({ customer: { code, name }, left }));
}

export async function countStocked(db: Database): Promise<number> {
  const row = await inUse(db).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}

function inUse(db: Database) {
  return db('customer_stock').join('customers', 'customers.id', 'customer_stock.customer_id').whereNull('archived_at');
}
