import { type Instant, today } from '../../core/time';
import type { Database } from '../../database/database';
import { defineMessage, type MessageContext, type Outcome } from '../../outbox/message';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { post } from '../../outbox/post';
import { isStillFor, notifyCustomer } from '../customers/notify-customer';
import { expiredSeatsMessage } from './expired-seats.view';
import type { Order } from './order';
import { getOrder } from './orders.sql';
import { countLeft, expiredTogether } from './pools.sql';

/** Unassigned seats of a customer have expired. The subject is one of the orders that expired on that day. */
export const seatsExpired = defineMessage({
  kind: 'seats.expired',
  deliver: tellCustomer,
  customerOf: async (tx, reference) => (await getOrder(tx, reference)).customer.id,
});

/** Tells the customer once of all orders that expired together. */
export function tellOfExpired(tx: Database, { reference, customer, assignBy }: Order, at: Instant): Promise<void> {
  const dedupeKey = `${seatsExpired.kind}:${customer.id}/${assignBy}`;
  return notifyCustomer(tx, customer, { message: seatsExpired, subject: reference, dedupeKey }, at);
}

async function tellCustomer(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db } = context;
  const order = await getOrder(db, claimed.subject);
  const { customer, assignBy } = order;
  const day = today(context.now(), customer.timezone);
  if (!assignBy || !(await isStillFor(claimed, customer.id, day, db))) return { kind: 'nothing' };
  const expired = await expiredTogether(db, { customerId: customer.id, day: assignBy });
  if (customer.archived || expired.length === 0) return { kind: 'nothing' };
  const left = await countLeft(db, { customerId: customer.id, day });
  const t = context.translator(claimed.to ? await context.localeOf(claimed.to) : customer.locale);
  return post(claimed, expiredSeatsMessage({ order, expired, left }, t), context, customer.channel);
}
