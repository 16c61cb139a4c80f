import type { Identity } from '../../core/identity';
import { orderReference } from '../../core/reference';
import type { Day, Instant } from '../../core/time';
import type { Count } from '../../database/columns';
import type { Database } from '../../database/database';

// The order queries that a customer's card and messages need.

/** The customer's newest order, ignoring cancelled ones. */
export interface NewestOrder {
  reference: string;
  externalReference: string | undefined;
  seats: number;
  generatedAt: Instant;
  product: { name: string };
}

export async function findNewestOrder(db: Database, customerId: number): Promise<NewestOrder | undefined> {
  const row = await db('orders')
    .join('products', 'products.id', 'orders.product_id')
    .where('orders.customer_id', customerId)
    .whereNull('orders.cancelled_at')
    .orderBy('orders.id', 'desc')
    .select('orders.id', 'orders.generated_at', 'orders.quantity', 'orders.pack_size', 'products.name')
    .select('orders.external_reference')
    .first();
  if (!row) return undefined;
  const { generated_at: generatedAt, quantity, pack_size: packSize, name } = row;
  const externalReference = row.external_reference ?? undefined;
  return {
    reference: orderReference(row.id),
    externalReference,
    seats: quantity * packSize,
    generatedAt,
    product: { name },
  };
}

/** The person who generated the customer's newest order, cancelled or not. */
export async function findSeller(db: Database, customerId: number): Promise<Identity | undefined> {
  const row = await db('orders').where({ customer_id: customerId }).orderBy('id', 'desc').first();
  return row && { teamId: row.generated_by_team, userId: row.generated_by_user };
}

/** One customer's unassigned seats that share an assign-by day. */
interface SeatsUntil {
  customerId: number;
  assignBy: Day | undefined;
  seats: number;
}

/**
 * One statement for all customers. Includes expired seats: each customer has its own time zone, so the caller filters by
 * day.
 */
export async function unassignedOfCustomers(db: Database, customerIds: readonly number[]): Promise<SeatsUntil[]> {
  const rows = await db('orders')
    .join('seat_counts', 'seat_counts.order_id', 'orders.id')
    .whereIn('orders.customer_id', [...customerIds])
    .groupBy('orders.customer_id', 'orders.assign_by')
    .select('orders.customer_id', 'orders.assign_by')
    .select<{ seats: Count }>(db.raw('sum(unassigned) as seats'));
  return rows.map((row) => ({
    customerId: row.customer_id,
    assignBy: row.assign_by ?? undefined,
    seats: Number(row.seats),
  }));
}
