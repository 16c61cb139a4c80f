import { orderReference } from '../../core/reference';
import { type Now, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { enqueue } from '../../outbox/outbox';
import { queueBoard, tellCustomer } from '../customers/tell-customer';
import { followHomes } from '../home/follow-homes';
import { isExpired, type Order } from './order';
import { getOrder } from './orders.sql';
import { countUnassigned } from './seats.sql';
import { raiseStockAlert, stockOf } from './stock.sql';

/**
 * Tells everybody whom it concerns that an order's seats have changed hands or expired: the order's message and the board
 * follow, the seller hears when the last seat is gone or nobody can use the rest any more, the customer when few are left. Safe to repeat.
 */
export async function followOrder(db: Database, reference: string, now: Now): Promise<void> {
  const at = toInstant(now);
  await db.transaction(async (tx) => {
    const order = await getOrder(tx, reference);
    const { customer, generatedBy } = order;
    await enqueue(tx, { kind: 'order.refresh', subject: reference, channel: customer.channel }, at);
    await queueBoard(tx, customer, at);
    await followHomes(tx, customer.id, at);
    const end = order.cancelled ? undefined : await endOf(tx, order, now);
    if (end)
      await enqueue(tx, { kind: end, subject: reference, to: generatedBy, dedupeKey: `${end}:${reference}` }, at);
    const stock = await stockOf(tx, order, today(now, customer.timezone));
    const alert = await raiseStockAlert(tx, order, stock, at);
    if (!alert) return;
    const newest = orderReference(alert.orderId);
    const about = `stock.low:${newest}:${alert.threshold}`;
    await tellCustomer(tx, customer, { kind: 'stock.low', subject: newest, dedupeKey: about }, at);
  });
}

/** How the order ended; undefined while it has seats to assign. */
async function endOf(tx: Database, order: Order, now: Now): Promise<'order.used_up' | 'order.expired' | undefined> {
  if ((await countUnassigned(tx, order.id)) === 0) return 'order.used_up';
  return isExpired(order, now) ? 'order.expired' : undefined;
}
