import type { Day } from '../../core/time';
import type { Database } from '../../database/database';

/** Unassigned seats of one customer that can be assigned until the same day. */
interface SeatsUntil {
  customerId: number;
  assignBy: Day | undefined;
  seats: number;
}

/** Those of all the customers in one statement: each has a day of its own, so whoever asks leaves out what has expired. */
export async function unassignedOfCustomers(db: Database, customerIds: readonly number[]): Promise<SeatsUntil[]> {
  const rows = await db('orders')
    .join('seats', 'seats.order_id', 'orders.id')
    .whereIn('orders.customer_id', [...customerIds])
    .whereRaw("seats.state = 'unassigned'")
    .groupBy('orders.customer_id', 'orders.assign_by')
    .select('orders.customer_id', 'orders.assign_by')
    .count({ seats: '*' });
  return rows.map((row) => ({
    customerId: row.customer_id,
    assignBy: row.assign_by ?? undefined,
    seats: Number(row.seats),
  }));
}
