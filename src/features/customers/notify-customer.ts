import type { Customer } from '../../core/customer';
import { isSame } from '../../core/identity';
import type { Day } from '../../core/time';
import { type Instant, parseInstant, today } from '../../core/time';
import type { Database } from '../../database/database';
import { enqueue, type NewEntry, personKey } from '../../outbox/outbox';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { findActiveCoordinators } from './active-coordinators.sql';

/**
 * Posts in the customer's channel; without one, sends a direct message to each coordinator and each of today's
 * delegates.
 */
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

/** Whether the recipient is still an active coordinator; a removed one gets no more notices about the customer. */
export async function isStillFor(
  { to }: Pick<ClaimedMessage, 'to'>,
  customerId: number,
  day: Day,
  db: Database,
): Promise<boolean> {
  return !to || (await findActiveCoordinators(db, customerId, day)).some((one) => isSame(one, to));
}
