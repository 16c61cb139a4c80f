import { concernsCoordinator, concernsSales, type FailureReason, type KeptReason } from '../domain/enrolment';
import { isSame } from '../domain/person';
import { translator } from '../slack/translate';
import { failedMessage, givenBackMessage, releaseEndedMessage } from '../slack/views/enrolment-messages';
import { getAssignment } from '../storage/assignments';
import { getCustomer } from '../storage/customers';
import { failedOfCustomer } from '../storage/failed-enrolments';
import { enqueue } from '../storage/outbox';
import type { Outcome, Turn } from './attempt';
import type { Delivery } from './delivery';
import { post } from './post';
import { salesToTell, WHILE_NOBODY_SELLS } from './sales-to-tell';

/** Tells somebody which enrolments wait for them; without anybody named it works out who sells. */
export async function tellFailed(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db, localeOf } = delivery;
  if (!turn.to) return tellSales(turn, delivery);
  const customer = await getCustomer(db, Number(turn.subject));
  const { to } = turn;
  const isSales = (await delivery.personOf(to)).sales;
  const failed = await failedOfCustomer(db, customer.id);
  const concerned = failed.filter(({ reason, waiting }) => isFor(reason, { isSales, isOwn: isSame(waiting, to) }));
  if (concerned.length === 0) return { kind: 'nothing' };
  return post(turn, failedMessage(customer, concerned, translator(await localeOf(to))), delivery);
}

function isFor(reason: FailureReason, { isSales, isOwn }: { isSales: boolean; isOwn: boolean }): boolean {
  return (isSales && concernsSales(reason)) || (isOwn && concernsCoordinator(reason));
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
  if (!turn.to) return { kind: 'nothing' };
  const assignment = await getAssignment(delivery.db, Number(turn.subject));
  return post(turn, givenBackMessage(assignment, translator(await delivery.localeOf(turn.to))), delivery);
}

/** A seat was not taken back, or not all that goes with it. */
export async function tellReleaseEnded(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const [id = '', how = ''] = turn.subject.split(':');
  if (!turn.to) return { kind: 'nothing' };
  const assignment = await getAssignment(delivery.db, Number(id));
  const t = translator(await delivery.localeOf(turn.to));
  return post(turn, releaseEndedMessage(assignment, how as KeptReason | 'remains', t), delivery);
}
