import type { Customer } from '../../core/customer';
import { type Instant, type Now, parseInstant, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { enqueue, enqueueMany, type NewEntry, personKey } from '../../outbox/outbox';
import { withBoards } from './boards.sql';
import { getCustomer } from './customers.sql';
import { peopleOnDuty } from './on-duty.sql';

/** In the customer's channel; where it has none, to each of its coordinators, and whoever stands in for them today. */
export async function tellCustomer(
  tx: Database,
  customer: Customer,
  entry: Required<Pick<NewEntry, 'kind' | 'subject' | 'dedupeKey'>>,
  at: Instant,
): Promise<void> {
  if (customer.channel) return enqueue(tx, { ...entry, channel: customer.channel }, at);
  const day = today(parseInstant(at), customer.timezone);
  for (const to of await peopleOnDuty(tx, customer.id, day)) {
    await enqueue(tx, { ...entry, to, dedupeKey: `${entry.dedupeKey}:${personKey(to)}` }, at);
  }
}

/** Brings the board up to date if there is one, or is to be one: out of the channel that the customer had, and into the new one. */
export async function moveBoard(tx: Database, customerId: number, now: Now): Promise<void> {
  if ((await withBoards(tx, [customerId])).length > 0)
    await queueBoard(tx, await getCustomer(tx, customerId), toInstant(now));
}

/** The boards of many, when there is nothing more urgent. */
export async function moveBoards(
  tx: Database,
  customers: readonly Pick<Customer, 'id' | 'channel'>[],
  now: Now,
): Promise<void> {
  const withBoard = new Set(
    await withBoards(
      tx,
      customers.map(({ id }) => id),
    ),
  );
  // In the order in which outdated boards are queued, so that neither waits for the other.
  const boards = customers.filter(({ id }) => withBoard.has(id)).sort((one, other) => one.id - other.id);
  await enqueueMany(
    tx,
    boards.map(({ id, channel }) => ({ kind: 'board.refresh', subject: String(id), channel })),
    toInstant(now),
  );
}

/** Brings the customer's board up to date. */
export async function queueBoard(tx: Database, { id, channel }: Customer, at: Instant): Promise<void> {
  await enqueue(tx, { kind: 'board.refresh', subject: String(id), channel }, at);
}
