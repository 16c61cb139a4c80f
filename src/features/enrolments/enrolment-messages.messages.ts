import type { Delivery } from '../../app/delivery';
import { type Identity, isSame, type Person } from '../../core/person';
import type { Outcome, Turn } from '../../outbox/attempt';
import { enqueue, personKey } from '../../outbox/outbox';
import { post } from '../../outbox/post';
import type { Message } from '../../slack/blocks';
import type { Translate } from '../../slack/translate';
import { getAssignment } from '../assignments/detailed-assignments.sql';
import { concernsCoordinator, concernsSales, type FailedEnrolment, type KeptReason } from '../assignments/enrolment';
import { failedOfCustomer } from '../assignments/failed-enrolments.sql';
import { getCustomer } from '../customers/customers.sql';
import type { Assignment } from '../orders/seat';
import { salesToTell, WHILE_NOBODY_SELLS } from '../requests/sales-to-tell.messages';
import { failedMessage, givenBackMessage, releaseEndedMessage } from './enrolment-messages.view';
import { type FindReaders, passOn, readersOf } from './enrolment-readers.messages';

/** Tells somebody which enrolments wait for them; without anybody named it works out who sells. */
export async function tellFailed(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db, localeOf } = delivery;
  const { to } = turn;
  if (!to) return tellSales(turn, delivery);
  const customer = await getCustomer(db, Number(turn.subject));
  const failed = await failedOfCustomer(db, customer.id);
  const reader = await delivery.personOf(to);
  const { own, lost } = await sortFor(reader, failed, readersOf(customer, delivery));
  if (lost) {
    const passed = await passOn(turn, lost, delivery);
    if (passed.kind === 'later') return passed;
  }
  if (own.length === 0) return { kind: 'nothing' };
  return post(turn, failedMessage(customer, own, reader, delivery.translator(await localeOf(to))), delivery);
}

/** `own`: what they are to hear of. `lost`: who hears instead of what they assigned and may not see any more. */
async function sortFor(
  to: Person,
  failed: readonly FailedEnrolment[],
  findReaders: FindReaders,
): Promise<{ own: FailedEnrolment[]; lost: Identity[] | undefined }> {
  const own: FailedEnrolment[] = [];
  const lost = new Map<string, Identity>();
  let isLost = false;
  for (const one of failed) {
    const readers = concernsCoordinator(one.reason) ? await findReaders(one.waiting, one.productId) : [];
    if ((to.sales && concernsSales(one.reason)) || readers.some((reader) => isSame(reader, to))) own.push(one);
    else if (concernsCoordinator(one.reason) && isSame(one.waiting, to)) {
      isLost = true;
      for (const reader of readers) lost.set(personKey(reader), reader);
    }
  }
  return { own, lost: isLost ? [...lost.values()] : undefined };
}

async function tellSales({ subject, createdAt }: Turn, delivery: Delivery): Promise<Outcome> {
  const sales = await salesToTell(delivery);
  if (sales.length === 0) return WHILE_NOBODY_SELLS;
  await delivery.db.transaction(async (tx) => {
    for (const to of sales) await enqueue(tx, { kind: 'enrolments.failed', subject, to }, createdAt);
  });
  return { kind: 'nothing' };
}

/** The trainee was in the course already. */
export async function tellGivenBack(turn: Turn, delivery: Delivery): Promise<Outcome> {
  return tellOfSeat(turn, turn.subject, givenBackMessage, delivery);
}

/** A seat was not taken back, or not all that goes with it. */
export async function tellReleaseEnded(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const [id = '', how = ''] = turn.subject.split(':');
  const compose = (assignment: Assignment, t: Translate) =>
    releaseEndedMessage(assignment, how as KeptReason | 'remains', t);
  return tellOfSeat(turn, id, compose, delivery);
}

/** Others hear of it in the place of somebody who may not see the seat any more. */
async function tellOfSeat(
  turn: Turn,
  assignmentId: string,
  compose: (assignment: Assignment, t: Translate) => Message,
  delivery: Delivery,
): Promise<Outcome> {
  const { to } = turn;
  if (!to) return { kind: 'nothing' };
  const assignment = await getAssignment(delivery.db, Number(assignmentId));
  const { customer, product } = assignment.order;
  const readers = await readersOf(customer, delivery)(to, product.id);
  if (!readers.some((reader) => isSame(reader, to))) return passOn(turn, readers, delivery);
  return post(turn, compose(assignment, delivery.translator(await delivery.localeOf(to))), delivery);
}
