import { concernsCoordinator, concernsSales, type FailureReason, type KeptReason } from '../domain/enrolment';
import { isSame } from '../domain/person';
import { parseInstant } from '../domain/time';
import { isOvertaken } from '../slack/failures';
import { translator } from '../slack/translate';
import { assignedMessage } from '../slack/views/assigned';
import { failedMessage, givenBackMessage, releaseEndedMessage } from '../slack/views/enrolment-messages';
import { seatCard } from '../slack/views/seat-card';
import { getAssignment } from '../storage/assignments';
import { getCustomer } from '../storage/customers';
import { findDisplay } from '../storage/enrolments';
import { failedOfCustomer } from '../storage/failed-enrolments';
import { findTrouble } from '../storage/moodle-trouble';
import { enqueue } from '../storage/outbox';
import type { Outcome, Turn } from './attempt';
import type { Delivery } from './delivery';
import { post } from './post';
import { salesToTell, WHILE_NOBODY_SELLS } from './sales-to-tell';

/** We may be quicker than Slack, which shows the modal when it has our answer to the submission. */
const TRIES_IN_MODAL = 2;
const PATIENCE_MS = 10_000;

/** Shows what became of an assignment where its answer stands: in a modal, or in a line that only its person sees. */
export async function refreshAssignment(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db, client, moodle, localeOf, personOf } = delivery;
  const id = Number(turn.subject);
  const display = await findDisplay(db, id);
  if (!display) return { kind: 'nothing' };
  const { shownAs, answer } = display;
  const assignment = await getAssignment(db, id);
  const t = translator(await localeOf(display.to));
  const about = { moodle, trouble: await findTrouble(db) };
  if (answer && parseInstant(answer.until) > delivery.now()) {
    if (!turn.mayPost()) return { kind: 'later', why: 'too little time was left' };
    await rewriteAnswer(answer.url, assignedMessage(assignment, about, t));
  }
  if (!shownAs) return { kind: 'nothing' };
  const view = seatCard(assignment, { ...about, by: await personOf(display.to), below: undefined }, t);
  try {
    await client.views.update({ external_id: shownAs, view });
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    if (turn.attempts < TRIES_IN_MODAL) return { kind: 'later', why: 'the modal is not there' };
  }
  return { kind: 'nothing' };
}

/** The address lapses after half an hour or five uses: then the line stays as it is, and the seat's card says the rest. */
async function rewriteAnswer(url: string, message: object): Promise<void> {
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: true, ...message }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}

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
