import type { Customer } from '../../core/customer';
import { addDays, type Day } from '../../core/time';
import { chunks } from '../../database/chunks';
import type { Database } from '../../database/database';
import { hasOrders } from '../orders/orders.sql';
import { countLeft } from '../orders/pools.sql';

// How many seats customers have left, counted beside the seats whenever those change: nobody counts a million of them to
// see who has fewest.

/**
 * Counts what the customer has left on that day. Of several who count at once, each begins when the one before has
 * ended, so that the last to write has seen what all of them saw.
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

/** Those of the customers who bought, in the order of their ids. */
export async function withStock(db: Database, customerIds: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  for (const ids of chunks([...customerIds].sort((one, other) => one - other))) {
    found.push(...(await db('customer_stock').whereIn('customer_id', ids).orderBy('customer_id').pluck('customer_id')));
  }
  return found;
}

/** Customers of a zone some of whose seats have expired by that day, but not by the one on which they were counted. */
export async function staleStock(db: Database, { zone, day }: { zone: string; day: Day }): Promise<number[]> {
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

/** Nobody looks back further than the program may have stood still. */
const MAX_ABSENCE_DAYS = 366;

interface StockLine {
  customer: Pick<Customer, 'code' | 'name'>;
  left: number;
}

/** Customers in use who bought, the fewest seats first: one page of them. */
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
