import type { Customer } from '../../core/customer';
import { type Instant, parseInstant, today } from '../../core/time';
import type { Database } from '../../database/database';
import { enqueue, type NewEntry, personKey } from '../../outbox/outbox';
import { peopleOnDuty } from './on-duty.sql';

/** In the customer's channel; where it has none, to each of its coordinators, and their delegates of today. */
export async function tellCustomer(
  tx: Database,
  customer: Customer,
  entry: Required<Pick<NewEntry, 'message' | 'subject' | 'dedupeKey'>>,
  at: Instant,
): Promise<void> {
  if (customer.channel) return enqueue(tx, { ...entry, channel: customer.channel }, at);
  const day = today(parseInstant(at), customer.timezone);
  for (const to of await peopleOnDuty(tx, customer.id, day)) {
    await enqueue(tx, { ...entry, to, dedupeKey: `${entry.dedupeKey}:${personKey(to)}` }, at);
  }
}
