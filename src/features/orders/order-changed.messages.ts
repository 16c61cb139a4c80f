import { SYSTEM } from '../../core/person';
import { orderReference } from '../../core/reference';
import { type Now, today, toInstant } from '../../core/time';
import { announce, on } from '../../database/changes';
import type { Database } from '../../database/database';
import { defineMessage, type OutboxMessage } from '../../outbox/message';
import { enqueue } from '../../outbox/outbox';
import { notifyCustomer } from '../customers/notify-customer';
import { tellOfExpired } from './expired-seats.messages';
import { isExpired, type Order } from './order';
import { orderExpired, orderRefresh, orderUsedUp } from './order.messages';
import { orderCancelled, orderSeatsChanged } from './order-changes';
import { getOrder } from './orders.sql';
import { countUnassigned } from './seats.sql';
import { lowStock } from './stock.messages';
import { raiseStockAlert, stockOf } from './stock.sql';

/** Internal: fans out the notifications after an order's seats change hands. */
export const orderChanged = defineMessage({
  kind: 'order.changed',
  isInternal: true,
  deliver: async ({ subject }, { db, now }) => {
    await onOrderChanged(db, subject, now());
    return { kind: 'nothing' };
  },
});

/** Queues the fan-out for a cancelled order. */
export const queueCancelledOrder = on([orderCancelled], async (tx, entries, { now }) => {
  for (const { subject } of entries) await enqueue(tx, { message: orderChanged, subject }, toInstant(now));
});

/**
 * Queues refreshes of the order's message, the board and the Homes, and notifies the seller when the last seat is gone
 * or the rest has expired, and the customer when seats have expired or few are left. Safe to repeat.
 */
export async function onOrderChanged(db: Database, reference: string, now: Now): Promise<void> {
  const at = toInstant(now);
  await db.transaction(async (tx) => {
    const order = await getOrder(tx, reference);
    const { customer, generatedBy } = order;
    await enqueue(tx, { message: orderRefresh, subject: reference, channel: customer.channel }, at);
    const details = { subject: reference, customerId: customer.id };
    await announce(tx, { by: SYSTEM, now }, orderSeatsChanged(details, { customer }));
    const end = order.cancelled ? undefined : await endOf(tx, order, now);
    if (end)
      await enqueue(
        tx,
        { message: end, subject: reference, to: generatedBy, dedupeKey: `${end.kind}:${reference}` },
        at,
      );
    const stock = await stockOf(tx, order, today(now, customer.timezone));
    const alert = await raiseStockAlert(tx, order, stock, at);
    if (end === orderExpired) await tellOfExpired(tx, order, at);
    // After a loss, “none left” would read as if the seats had been used.
    if (!alert || (end === orderExpired && stock.left === 0)) return;
    const newest = orderReference(alert.orderId);
    const about = `${lowStock.kind}:${newest}:${alert.threshold}`;
    await notifyCustomer(tx, customer, { message: lowStock, subject: newest, dedupeKey: about }, at);
  });
}

/** How the order ended; undefined while it has seats to assign. */
async function endOf(tx: Database, order: Order, now: Now): Promise<OutboxMessage | undefined> {
  if ((await countUnassigned(tx, order.id)) === 0) return orderUsedUp;
  return isExpired(order, now) ? orderExpired : undefined;
}
