import { UserError } from '../../core/errors';
import type { Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import { hasVisible } from '../../core/visible';
import type { Database } from '../../database/database';
import { idempotent } from '../../database/idempotent';
import { record } from '../../database/ledger';
import { orderFor } from './find-customer-for';
import { MAX_REASON_LENGTH, type Order } from './order';
import { orderCancelled } from './order-changes';
import { getOrder, markCancelled } from './orders.sql';
import { cancelUnassignedSeats, countUnassigned } from './seats.sql';

/** Cancels an order with all its seats. Throws UserError when any seat is assigned. Idempotent per submission. */
export async function cancelOrder(
  db: Database,
  form: { order: string; reason: string },
  by: Person,
  now: Now,
  submission?: string,
): Promise<Order> {
  return idempotent(db, submission, by, now, { run: (tx) => cancel(tx, form, by, now), load: getOrder });
}

/** Throws UserError when the order is cancelled or has assigned seats. The submission checks again. */
export async function cancellableOrder(db: Database, reference: string, by: Person): Promise<Order> {
  const order = await orderFor(db, reference, by, 'cancel');
  if (order.cancelled) throw new UserError({ code: 'order.cancelled', details: { order: order.reference } });
  const assigned = order.seats - (await countUnassigned(db, order.id));
  if (assigned > 0) throw new UserError({ code: 'order.has_assignments', details: { count: assigned } });
  return order;
}

async function cancel(tx: Database, form: { order: string; reason: string }, by: Person, now: Now): Promise<string> {
  const order = await cancellableOrder(tx, form.order, by);
  const reason = form.reason.trim();
  if (!hasVisible(reason)) throw new UserError({ code: 'reason.missing', field: 'reason' });
  if (reason.length > MAX_REASON_LENGTH) {
    throw new UserError({ code: 'text.too_long', field: 'reason', details: { most: MAX_REASON_LENGTH } });
  }
  // A concurrent assignment locks its seat's row, so the count falls short and the transaction rolls back.
  const cancelled = await cancelUnassignedSeats(tx, order.id);
  if (cancelled !== order.seats) {
    throw new UserError({ code: 'order.has_assignments', details: { count: order.seats - cancelled } });
  }
  await markCancelled(tx, order.id, reason, toInstant(now));
  const { id: customerId } = order.customer;
  const subject = order.reference;
  const [before, after] = [{ unassigned: cancelled }, { cancelled }];
  await record(tx, by, now, orderCancelled({ subject, customerId, before, after, reason }));
  return subject;
}
