import { type Day, type Instant, parseInstant, today } from '../../core/time';
import type { Database } from '../../database/database';
import { type Stock, stockThresholdsReached } from './alert';
import type { Order } from './order';
import { countLeft } from './pools.sql';

/** The customer's seats of the order's product left on that day, out of those available after the newest order. */
export async function stockOf(db: Database, { customer, product }: Order, day: Day): Promise<Stock> {
  const newest = await db('orders')
    .where({ customer_id: customer.id, product_id: product.id })
    .whereNull('cancelled_at')
    .orderBy('id', 'desc')
    .first('generated_at');
  const since = await db('assignments')
    .join('orders', 'orders.id', 'assignments.order_id')
    .where('assignments.customer_id', customer.id)
    .where('assigned_at', '>=', newest?.generated_at ?? '')
    .where('orders.product_id', product.id)
    .count({ count: '*' });
  const expired = await db('seats')
    .join('orders', 'orders.id', 'seats.order_id')
    .where({ customer_id: customer.id, product_id: product.id, state: 'unassigned' })
    .where('assign_by', '<', day)
    .where('assign_by', '>=', newest ? today(parseInstant(newest.generated_at), customer.timezone) : '')
    .count({ count: '*' });
  const left = await countLeft(db, { customerId: customer.id, day, products: [product.id] });
  return { left, of: left + Number(since[0]?.count ?? 0) + Number(expired[0]?.count ?? 0) };
}

/**
 * Records the thresholds that the stock has reached since the product's newest order. Returns the lowest one if it is
 * new: exactly one of many concurrent callers gets it.
 */
export async function raiseStockAlert(
  tx: Database,
  { customer, product }: Order,
  stock: Stock,
  at: Instant,
): Promise<{ orderId: number; threshold: number } | undefined> {
  const reached = stockThresholdsReached(stock);
  if (reached.length === 0) return undefined;
  const newest = await tx('orders')
    .where({ customer_id: customer.id, product_id: product.id })
    .whereNull('cancelled_at')
    .max({ id: 'id' })
    .first();
  if (!newest?.id) return undefined;
  const orderId = newest.id;
  const raised = await tx('stock_alerts')
    .insert(reached.map((threshold) => ({ order_id: orderId, threshold, at })))
    .onConflict(['order_id', 'threshold'])
    .ignore()
    .returning('threshold');
  const lowest = Math.min(...raised.map(({ threshold }) => threshold));
  return raised.length > 0 && lowest === reached[0] ? { orderId, threshold: lowest } : undefined;
}
