import type { Day } from '../../core/time';
import type { Database } from '../../database/database';

/** One customer's unassigned seats that share an assign-by day. */
interface SeatsUntil {
  customerId: number;
  assignBy: Day | undefined;
  seats: number;
}

/**
 * One statement for all customers. Includes expired seats: each customer has its own time zone, so the caller filters
 * by day.
 */
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
