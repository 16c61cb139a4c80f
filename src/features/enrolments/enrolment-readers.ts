import type { Customer } from '../../core/customer';
import type { Identity } from '../../core/identity';
import { can } from '../../core/permission';
import { today, toInstant } from '../../core/time';
import type { MessageContext, OutboxMessage, Outcome } from '../../outbox/message';
import { enqueue, personKey } from '../../outbox/outbox';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { salesToNotify, WHILE_NOBODY_SELLS } from '../../outbox/sales-to-notify';
import { findActiveCoordinators } from '../customers/active-coordinators.sql';

/** Tells who is to hear of somebody's seat of a product. */
export type FindReaders = (waiting: Identity, productId: number) => Promise<Identity[]>;

/**
 * Whoever waits for it while they may see it; else the customer's coordinators on duty who may, else sales. Nobody only while
 * nobody sells.
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

/** Has others told in the place of whom it was for, once for each entry. */
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
