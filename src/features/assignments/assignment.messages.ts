import { can } from '../../core/permission';
import type { Person } from '../../core/person';
import { type Instant, parseInstant, toInstant } from '../../core/time';
import { on } from '../../database/changes';
import type { Database } from '../../database/database';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { enqueue, enqueueEach } from '../../outbox/outbox';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { TOO_LITTLE_TIME } from '../../outbox/post';
import type { Message } from '../../slack/blocks';
import { isOvertaken } from '../../slack/failures';
import type { MoodleOutage } from '../courses/moodle-outage';
import { findOutageOf } from '../courses/moodle-outage.sql';
import { orderChanged } from '../orders/order-changed.messages';
import type { Assignment } from './assignment';
import { getAssignment } from './detailed-assignments.sql';
import { isUnderWay } from './enrolment';
import { assignedMessage } from './lists/assigned.view';
import { findOpenViews, forgetAnswerAddress, forgetModal, forgetOpenView, type OpenView } from './open-views.sql';
import { seatCard } from './seat-card.view';
import {
  releaseRefused,
  seatAssigned,
  seatEnrolled,
  seatEnrolmentFailed,
  seatGivenBack,
  seatReleased,
  seatSignedIn,
  seatStarted,
} from './seat-changes';

/** Updates the open views of an assignment. */
export const assignmentRefresh = defineMessage({
  kind: 'assignment.refresh',
  method: 'views.update',
  deliver: refreshAssignment,
});

/** Refreshes the open views of a seat after Moodle changes its state. */
export const showSettled = on(
  [seatEnrolled, seatEnrolmentFailed, seatStarted, seatSignedIn, seatGivenBack, releaseRefused, seatReleased],
  async (tx, entries, { now }) => {
    const ids = entries.filter(({ facts }) => facts.enrols).map(({ facts }) => facts.assignmentId);
    await queueAssignments(tx, ids, toInstant(now));
  },
);

/** Queues updates of the order's message, the board and the Homes when seats change hands. */
export const queueOrdersOfSeats = on([seatAssigned, seatReleased, seatGivenBack], async (tx, entries, { now }) => {
  for (const { facts } of entries) await enqueue(tx, { message: orderChanged, subject: facts.order }, toInstant(now));
});

export async function queueAssignments(tx: Database, ids: readonly number[], at: Instant): Promise<void> {
  await enqueueEach(
    tx,
    ids.map((id) => ({ message: assignmentRefresh, subject: String(id) })),
    at,
  );
}

/**
 * The update can arrive before the modal: Slack shows it only with our answer, which may take 2.5 seconds. The pauses
 * before these retries add up to at least 3.5.
 */
const RETRIES_IN_MODAL = 3;
const SHOWN_WITHIN = { minutes: 1 };
const PATIENCE_MS = 10_000;

interface Shown {
  assignment: Assignment;
  outage: MoodleOutage | undefined;
}

/** Updates every open view of the assignment. A failing view does not stop the others. */
async function refreshAssignment(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db } = context;
  const id = Number(claimed.subject);
  const openViews = await findOpenViews(db, id);
  if (openViews.length === 0) return { kind: 'nothing' };
  const assignment = await getAssignment(db, id);
  const shown = { assignment, outage: await findOutageOf(db, assignment.course.id) };
  const outcomes: Outcome[] = [];
  const failures: unknown[] = [];
  for (const openView of openViews) {
    await refreshOpenView(claimed, openView, shown, context).then(
      (outcome) => outcomes.push(outcome),
      (error: unknown) => failures.push(error),
    );
  }
  if (failures.length > 0) throw failures[0];
  return outcomes.find(({ kind }) => kind === 'later') ?? { kind: 'nothing' };
}

async function refreshOpenView(
  claimed: ClaimedMessage,
  openView: OpenView,
  shown: Shown,
  context: MessageContext,
): Promise<Outcome> {
  const { id, order } = shown.assignment;
  const by = await context.personOf(openView.to);
  if (!can(by, 'list', { customerId: order.customer.id, productId: order.product.id })) {
    await forgetOpenView(context.db, id, openView.to);
    return { kind: 'nothing' };
  }
  const answered = await postFollowUp(claimed, openView, by, shown, context);
  return answered.kind === 'later' ? answered : updateModal(claimed, openView, by, shown, context);
}

/** Sends a second ephemeral answer below the first. */
async function postFollowUp(
  claimed: ClaimedMessage,
  { to, answer }: OpenView,
  by: Person,
  { assignment, outage }: Shown,
  { db, moodle, now, localeOf, translator }: MessageContext,
): Promise<Outcome> {
  const isOver = assignment.enrolment !== undefined && !isUnderWay(assignment.enrolment);
  if (!answer || !isOver || parseInstant(answer.until) <= now()) return { kind: 'nothing' };
  const t = translator(await localeOf(to));
  if (!claimed.mayPost()) return TOO_LITTLE_TIME;
  await answerAgain(answer.url, assignedMessage(assignment, { by, moodle, outage }, t));
  await forgetAnswerAddress(db, assignment.id, to);
  return { kind: 'nothing' };
}

async function updateModal(
  claimed: ClaimedMessage,
  openView: OpenView,
  by: Person,
  { assignment, outage }: Shown,
  { db, client, moodle, localeOf, now, translator }: MessageContext,
): Promise<Outcome> {
  const { to, shownAs, shownAt } = openView;
  if (!shownAs) return { kind: 'nothing' };
  const t = translator(await localeOf(to));
  const view = seatCard({ ...assignment, shownAs }, { moodle, outage, by, below: undefined }, t);
  try {
    await client.views.update({ external_id: shownAs, view });
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    if (claimed.attempts < RETRIES_IN_MODAL) return { kind: 'later', why: 'the modal is not there' };
    // A modal opened just now may still appear.
    if (parseInstant(shownAt) < now().minus(SHOWN_WITHIN)) await forgetModal(db, assignment.id, openView);
  }
  return { kind: 'nothing' };
}

/**
 * Slack cannot change the answer to a command, so the result follows once as a second answer. The address expires after
 * 30 minutes or five uses; then only the seat card shows the result.
 */
async function answerAgain(url: string, message: Message): Promise<void> {
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', ...message }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}
