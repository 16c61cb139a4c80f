import type { Customer } from '../domain/customer';
import type { Instant } from '../domain/time';
import { coordinatorsOf } from '../storage/coordinators';
import type { Database } from '../storage/database';
import { enqueue, type NewEntry, personKey } from '../storage/outbox';

/** In the customer's channel; where it has none, to each of its coordinators. */
export async function tellCustomer(
  tx: Database,
  customer: Customer,
  entry: Required<Pick<NewEntry, 'kind' | 'subject' | 'dedupeKey'>>,
  at: Instant,
): Promise<void> {
  if (customer.channel) return enqueue(tx, { ...entry, channel: customer.channel }, at);
  for (const to of await coordinatorsOf(tx, customer.id)) {
    await enqueue(tx, { ...entry, to, dedupeKey: `${entry.dedupeKey}:${personKey(to)}` }, at);
  }
}

/** Brings the customer's board up to date. */
export async function queueBoard(tx: Database, { id, channel }: Customer, at: Instant): Promise<void> {
  await enqueue(tx, { kind: 'board.refresh', subject: String(id), channel }, at);
}
