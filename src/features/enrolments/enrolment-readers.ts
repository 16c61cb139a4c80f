import type { Customer } from '../../core/customer';
import { type Identity, isSame } from '../../core/identity';
import { can } from '../../core/permission';
import { today, toInstant } from '../../core/time';
import type { MessageContext, OutboxMessage, Outcome } from '../../outbox/message';
import { enqueue, personKey } from '../../outbox/outbox';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { salesToNotify, WHILE_NOBODY_SELLS } from '../../outbox/sales-to-notify';
import { findActiveCoordinators } from '../customers/active-coordinators.sql';

/** Finds the people to notify about a seat of a product. */
export type FindReaders = (waiting: Identity, productId: number) => Promise<Identity[]>;

/**
 * The waiting person if they may see the seat, else the customer's active coordinators who may, else sales. Empty only
 * while no sales are known.
 */
export function readersOf(customer: Customer, context: MessageContext): FindReaders {
  const known = new Map<string, Promise<Identity[]>>();
  return (waiting, productId) => {
    const key = `${personKey(waiting)}:${productId}`;
    const readers = known.get(key) ?? findReaders(waiting, { customer, productId }, context);
    known.set(key, readers);
    return readers;
  };
}

/**
 * `own`: entries for this reader. `others`: people to notify instead about entries of people whom the reader assigned
 * but may no longer see; undefined when there are none.
 */
export async function sortByReader<Entry extends { waiting: Identity; productId: number }>(
  to: Identity,
  entries: readonly Entry[],
  find: FindReaders,
): Promise<{ own: Entry[]; others: Identity[] | undefined }> {
  const own: Entry[] = [];
  const others = new Map<string, Identity>();
  let isPassed = false;
  for (const one of entries) {
    const readers = await find(one.waiting, one.productId);
    if (readers.some((reader) => isSame(reader, to))) own.push(one);
    else if (isSame(one.waiting, to)) {
      isPassed = true;
      for (const reader of readers) others.set(personKey(reader), reader);
    }
  }
  return { own, others: isPassed ? [...others.values()] : undefined };
}

interface Subject {
  customer: Customer;
  productId: number;
}

async function findReaders(waiting: Identity, subject: Subject, context: MessageContext): Promise<Identity[]> {
  const allowed = (people: readonly Identity[]) => thoseWhoMay(people, subject, context);
  const { db, now } = context;
  const own = await allowed([waiting]);
  if (own.length > 0) return own;
  const { id, timezone } = subject.customer;
  const activeCoordinators = await allowed(await findActiveCoordinators(db, id, today(now(), timezone)));
  return activeCoordinators.length > 0 ? activeCoordinators : allowed(await salesToNotify(context));
}

async function thoseWhoMay(
  people: readonly Identity[],
  { customer, productId }: Subject,
  { personOf }: MessageContext,
) {
  const allowed: Identity[] = [];
  for (const one of people) {
    if (can(await personOf(one), 'list', { customerId: customer.id, productId })) allowed.push(one);
  }
  return allowed;
}

/** Redirects a message to other readers. Idempotent: one message per entry and reader. */
export async function passOn(
  message: OutboxMessage,
  claimed: ClaimedMessage,
  readers: readonly Identity[],
  { db, now }: MessageContext,
): Promise<Outcome> {
  if (readers.length === 0) return WHILE_NOBODY_SELLS;
  const { subject } = claimed;
  await db.transaction(async (tx) => {
    for (const to of readers) {
      const dedupeKey = `${claimed.dedupeKey}>${personKey(to)}`;
      await enqueue(tx, { message, subject, to, dedupeKey }, toInstant(now()));
    }
  });
  return { kind: 'nothing' };
}
