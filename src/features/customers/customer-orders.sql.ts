import type { Identity } from '../../core/identity';
import { orderReference } from '../../core/reference';
import type { Day, Instant } from '../../core/time';
import type { Database } from '../../database/database';

// What a customer bought, as far as its own card and messages need it.

/** The customer's newest order that was not cancelled. */
export interface NewestOrder {
  reference: string;
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
    .first();
  if (!row) return undefined;
  const { generated_at: generatedAt, quantity, pack_size: packSize, name } = row;
  return { reference: orderReference(row.id), seats: quantity * packSize, generatedAt, product: { name } };
}

/** Whoever generated the customer's newest order. */
export async function findSeller(db: Database, customerId: number): Promise<Identity | undefined> {
  const row = await db('orders').where({ customer_id: customerId }).orderBy('id', 'desc').first();
  return row && { teamId: row.generated_by_team, userId: row.generated_by_user };
}

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
