import type { Customer } from '../../core/customer';
import { isSame } from '../../core/identity';
import type { Day } from '../../core/time';
import { type Instant, parseInstant, today } from '../../core/time';
import type { Database } from '../../database/database';
import { enqueue, type NewEntry, personKey } from '../../outbox/outbox';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { findActiveCoordinators } from './active-coordinators.sql';

/** In the customer's channel; where it has none, to each of its coordinators, and their delegates of today. */
export async function notifyCustomer(
  tx: Database,
  customer: Customer,
  entry: Required<Pick<NewEntry, 'message' | 'subject' | 'dedupeKey'>>,
  at: Instant,
): Promise<void> {
  if (customer.channel) return enqueue(tx, { ...entry, channel: customer.channel }, at);
  const day = today(parseInstant(at), customer.timezone);
  for (const to of await findActiveCoordinators(tx, customer.id, day)) {
    await enqueue(tx, { ...entry, to, dedupeKey: `${entry.dedupeKey}:${personKey(to)}` }, at);
  }
}

/** Whether it is still for whom it was queued: who was removed meanwhile is told nothing about the customer any more. */
export async function isStillFor(
  { to }: Pick<ClaimedMessage, 'to'>,
  customerId: number,
  day: Day,
  db: Database,
): Promise<boolean> {
  return !to || (await findActiveCoordinators(db, customerId, day)).some((one) => isSame(one, to));
}
