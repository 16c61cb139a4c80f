import { type Identity, isSame } from '../../core/identity';
import type { Person } from '../../core/person';
import type { Translate } from '../../core/words';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage, type OutboxMessage } from '../../outbox/message';
import { enqueue, personKey } from '../../outbox/outbox';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { post } from '../../outbox/post';
import { salesToNotify, WHILE_NOBODY_SELLS } from '../../outbox/sales-to-notify';
import type { Message } from '../../slack/blocks';
import type { Assignment } from '../assignments/assignment';
import { getAssignment } from '../assignments/detailed-assignments.sql';
import {
  concernsCoordinator,
  concernsSales,
  type FailedEnrolment,
  type ReleaseRefusal,
} from '../assignments/enrolment';
import { getCustomer } from '../customers/customers.sql';
import { failedMessage, givenBackMessage, releaseEndedMessage } from './enrolment-messages.view';
import { type FindReaders, passOn, readersOf } from './enrolment-readers';
import { failedOfCustomer } from './failed-enrolments.sql';

/** Notifies the person who assigned, or sales, of the customer's failed enrolments. */
export const enrolmentsFailed = defineMessage({ kind: 'enrolments.failed', deliver: notifyFailed });

/** Notifies the person who assigned that the trainee was already in the course. */
export const seatWasGivenBack = defineMessage({ kind: 'enrolment.given_back', deliver: notifyGivenBack });

/** Notifies the person who asked for a release that it did not end as asked. */
export const releaseEnded = defineMessage({ kind: 'release.ended', deliver: notifyReleaseEnded });

/** Without a recipient, queues a message to each person in sales. */
async function notifyFailed(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, localeOf } = context;
  const { to } = claimed;
  if (!to) return notifySales(claimed, context);
  const customer = await getCustomer(db, Number(claimed.subject));
  const failed = await failedOfCustomer(db, customer.id);
  const reader = await context.personOf(to);
  const { own, lost } = await sortFor(reader, failed, readersOf(customer, context));
  if (lost) {
    const passed = await passOn(enrolmentsFailed, claimed, lost, context);
    if (passed.kind === 'later') return passed;
  }
  if (own.length === 0) return { kind: 'nothing' };
  return post(claimed, failedMessage(customer, own, reader, context.translator(await localeOf(to))), context);
}

/**
 * `own`: failures for this reader. `lost`: people to notify instead about seats that the reader assigned but may no
 * longer see.
 */
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

async function notifySales({ subject, createdAt }: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const sales = await salesToNotify(context);
  if (sales.length === 0) return WHILE_NOBODY_SELLS;
  await context.db.transaction(async (tx) => {
    for (const to of sales) await enqueue(tx, { message: enrolmentsFailed, subject, to }, createdAt);
  });
  return { kind: 'nothing' };
}

/** The subject is the assignment id. */
async function notifyGivenBack(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  return notifyOfSeat(seatWasGivenBack, claimed, claimed.subject, givenBackMessage, context);
}

/** The subject is `<assignment id>:<how>`. */
async function notifyReleaseEnded(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const [id = '', how = ''] = claimed.subject.split(':');
  const compose = (assignment: Assignment, t: Translate) =>
    releaseEndedMessage(assignment, how as ReleaseRefusal | 'remains', t);
  return notifyOfSeat(releaseEnded, claimed, id, compose, context);
}

/** Redirects the message when its reader may no longer see the seat. */
async function notifyOfSeat(
  message: OutboxMessage,
  claimed: ClaimedMessage,
  assignmentId: string,
  compose: (assignment: Assignment, t: Translate) => Message,
  context: MessageContext,
): Promise<Outcome> {
  const { to } = claimed;
  if (!to) return { kind: 'nothing' };
  const assignment = await getAssignment(context.db, Number(assignmentId));
  const { customer, product } = assignment.order;
  const readers = await readersOf(customer, context)(to, product.id);
  if (!readers.some((reader) => isSame(reader, to))) return passOn(message, claimed, readers, context);
  return post(claimed, compose(assignment, context.translator(await context.localeOf(to))), context);
}
