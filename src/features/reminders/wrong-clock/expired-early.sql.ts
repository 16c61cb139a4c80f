import { orderReference } from '../../../core/reference';
import type { Day } from '../../../core/time';
import type { Database } from '../../../database/database';
import { seatsExpired } from '../../orders/expired-seats.messages';
import { orderExpired } from '../../orders/order.messages';
import { PASSED } from '../expiry.sql';

// Orders that a clock that was ahead took for expired.

interface ExpiredOrder {
  id: number;
  assignBy: Day;
  customerId: number;
  timezone: string;
}

/** Whether a decision exists for a day after this one. */
export async function isDecidedAfter(db: Database, day: Day): Promise<boolean> {
  // By customer, as the primary key does.
  const later = 'exists (select 1 from reminders where customer_id = customers.id and day > ?)';
  return (await db('customers').whereRaw(later, [day]).first('id')) !== undefined;
}

/** Orders marked as expired whose last day is this one or later. */
export async function findExpiredFrom(db: Database, day: Day): Promise<ExpiredOrder[]> {
  const rows = await db('orders')
    .join('expiry_alerts', 'expiry_alerts.order_id', 'orders.id')
    .join('customers', 'customers.id', 'orders.customer_id')
    .where({ threshold: PASSED })
    .where('assign_by', '>=', day)
    .orderBy('orders.id')
    .select({ id: 'orders.id', assignBy: 'assign_by', customerId: 'customer_id', timezone: 'customers.timezone' });
  return rows.map(({ assignBy, ...rest }) => ({ ...rest, assignBy: assignBy ?? day }));
}

/** Deletes the mark, and the notices with their keys, so that the true end is told. True for one caller only. */
export async function takeBackExpired(tx: Database, { id, assignBy, customerId }: ExpiredOrder): Promise<boolean> {
  const taken = await tx('expiry_alerts').where({ order_id: id, threshold: PASSED }).delete();
  const told = `${seatsExpired.kind}:${customerId}/${assignBy}`;
  const isSettled = () => tx('outbox').whereIn('state', ['pending', 'sent', 'dead']);
  await isSettled()
    .where({ dedupe_key: `${orderExpired.kind}:${orderReference(id)}` })
    .delete();
  await isSettled()
    .where((one) => one.where({ dedupe_key: told }).orWhereRaw('dedupe_key like ?', [`${told}:%`]))
    .delete();
  return taken > 0;
}
