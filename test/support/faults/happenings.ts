import fc from 'fast-check';
import type { Customer } from '../../../src/core/customer';
import type { Identity } from '../../../src/core/identity';
import { orderReference } from '../../../src/core/reference';
import { type Now, today, toInstant } from '../../../src/core/time';
import type { Database } from '../../../src/database/database';
import { assignSeat } from '../../../src/features/assignments/assign-seat';
import { releaseSeat } from '../../../src/features/assignments/release-seat';
import { cancelOrder } from '../../../src/features/orders/cancel-order';
import { orderUndelivered } from '../../../src/features/orders/order.messages';
import { queueBoard } from '../../../src/features/reminders/board.messages';
import { reminderSubject } from '../../../src/features/reminders/reminder';
import { reminder, reminderTest } from '../../../src/features/reminders/reminder.messages';
import { enqueue } from '../../../src/outbox/outbox';
import { people } from '../../../src/playground/cast';
import { found } from '../found';
import { aTrainee, sales, sells, sonia } from '../people';

const KINDS = [
  'sale',
  'assignment',
  'assignment',
  'cancellation',
  'reminder',
  'direct',
  'test',
  'undelivered',
] as const;

/** An event that makes messages due, `after` seconds after the start. */
export interface Happening {
  kind: (typeof KINDS)[number] | 'board' | 'release';
  after: number;
  customer: number;
  person: number;
}

/** Mostly within seconds; sometimes long after a delivery has become uncertain. */
const seconds = fc.oneof(
  { weight: 6, arbitrary: fc.nat(4) },
  { weight: 1, arbitrary: fc.integer({ min: 5, max: 90 }) },
  { weight: 1, arbitrary: fc.integer({ min: 600, max: 1_800 }) },
);

const happening: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constantFrom(...KINDS, 'board'),
  after: seconds,
  customer: fc.constantFrom(0, 0, 0, 1, 1, 2),
  person: fc.nat(people.length - 1),
});

export const happenings = fc.array(happening, { minLength: 2, maxLength: 7 });

/** Performs the event as the product would. A refused event has no effect. */
export async function happen(db: Database, what: Happening, customer: Customer, now: Now): Promise<void> {
  const at = toInstant(now);
  const day = today(now, customer.timezone);
  const subject = reminderSubject(customer.id, day);
  const { channel } = customer;
  const to = identityOf(what.person);
  switch (what.kind) {
    case 'sale':
      await sells(db, { customer: customer.code, quantity: 2 }, now);
      return;
    case 'assignment':
      return unlessRefused(assigns(db, customer, now));
    case 'release':
      return releases(db, customer, now);
    case 'cancellation':
      return unlessRefused(cancels(db, customer, now));
    case 'reminder':
      return enqueue(db, { message: reminder, subject, channel, dedupeKey: `reminder:${subject}` }, at);
    case 'direct': {
      const dedupeKey = `reminder:${subject}:${to.teamId}/${to.userId}`;
      return enqueue(db, { message: reminder, subject, to, dedupeKey }, at);
    }
    case 'test':
      return enqueue(db, { message: reminderTest, subject, to, dedupeKey: `test:${subject}:${at}:${to.userId}` }, at);
    case 'undelivered': {
      const order = await anOrder(db, customer, 'desc');
      return enqueue(db, { message: orderUndelivered, subject: order, to: sonia, dedupeKey: `said:${order}` }, at);
    }
    case 'board':
      return queueBoard(db, customer, at);
  }
}

function assigns(db: Database, { code }: Customer, now: Now): Promise<unknown> {
  const form = { customer: code, pool: undefined, course: 'EXCEL-1', trainee: aTrainee() };
  return assignSeat(db, { ...form, start: undefined, end: undefined }, sales, now);
}

async function releases(db: Database, { id }: Customer, now: Now): Promise<void> {
  const assigned = db('assignments').where({ customer_id: id }).whereRaw('ended_at is null').orderBy('id', 'desc');
  await releaseSeat(db, await found(assigned.first()), sales, now);
}

/** Never cancels the first order, so that a reminder always has seats to list. */
async function cancels(db: Database, customer: Customer, now: Now): Promise<unknown> {
  const [first, newest] = [await anOrder(db, customer, 'asc'), await anOrder(db, customer, 'desc')];
  return newest === first ? undefined : cancelOrder(db, { order: newest, reason: 'A mistake' }, sales, now);
}

async function anOrder(db: Database, { id }: Customer, direction: 'asc' | 'desc'): Promise<string> {
  const row = await found(db('orders').where({ customer_id: id }).orderBy('id', direction).first());
  return orderReference(row.id);
}

async function unlessRefused(attempt: Promise<unknown>): Promise<void> {
  await attempt.catch((error) => {
    if (error.name !== 'UserError') throw error;
  });
}

function identityOf(person: number): Identity {
  const { team, userId } = people[person] ?? { team: { id: '' }, userId: '' };
  return { teamId: team.id, userId };
}
