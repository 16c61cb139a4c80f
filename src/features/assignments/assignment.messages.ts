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
import { assignedMessage } from './assigned.view';
import type { Assignment } from './assignment';
import { getAssignment } from './detailed-assignments.sql';
import { isUnderWay } from './enrolment';
import { findOpenViews, forgetAnswerAddress, forgetModal, forgetOpenView, type OpenView } from './open-views.sql';
import { seatCard } from './seat-card.view';
import {
  seatAssigned,
  seatEnrolled,
  seatEnrolmentFailed,
  seatGivenBack,
  seatKept,
  seatReleased,
  seatStarted,
} from './seat-changes';

/** Shows what became of an assignment where its answer stands. */
export const assignmentRefresh = defineMessage({ kind: 'assignment.refresh', deliver: refreshAssignment });

/** What Moodle did shows where people look at the seat. */
export const showSettled = on(
  [seatEnrolled, seatEnrolmentFailed, seatStarted, seatGivenBack, seatKept, seatReleased],
  async (tx, entries, { now }) => {
    const ids = entries.filter(({ facts }) => facts.enrols).map(({ facts }) => facts.assignmentId);
    await queueAssignments(tx, ids, toInstant(now));
  },
);

/** The order's message, board and Homes follow seats that changed hands. */
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

/** We may be quicker than Slack, which shows the modal when it has our answer to the submission. */
const TRIES_IN_MODAL = 2;
const SHOWN_WITHIN = { minutes: 1 };
const PATIENCE_MS = 10_000;

interface Shown {
  assignment: Assignment;
  trouble: MoodleOutage | undefined;
}

/** Shows what became of an assignment wherever somebody looks at it. What is in one's way is not in the others'. */
async function refreshAssignment(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db } = context;
  const id = Number(claimed.subject);
  const displays = await findOpenViews(db, id);
  if (displays.length === 0) return { kind: 'nothing' };
  const assignment = await getAssignment(db, id);
  const shown = { assignment, trouble: await findOutageOf(db, assignment.course.id) };
  const outcomes: Outcome[] = [];
  const failures: unknown[] = [];
  for (const display of displays) {
    await refreshOpenView(claimed, display, shown, context).then(
      (outcome) => outcomes.push(outcome),
      (error: unknown) => failures.push(error),
    );
  }
  if (failures.length > 0) throw failures[0];
  return outcomes.find(({ kind }) => kind === 'later') ?? { kind: 'nothing' };
}

async function refreshOpenView(
  claimed: ClaimedMessage,
  display: OpenView,
  shown: Shown,
  context: MessageContext,
): Promise<Outcome> {
  const { id, order } = shown.assignment;
  const by = await context.personOf(display.to);
  if (!can(by, 'list', { customerId: order.customer.id, productId: order.product.id })) {
    await forgetOpenView(context.db, id, display.to);
    return { kind: 'nothing' };
  }
  const answered = await postFollowUp(claimed, display, by, shown, context);
  return answered.kind === 'later' ? answered : updateModal(claimed, display, by, shown, context);
}

/** Below a line that only its person sees. */
async function postFollowUp(
  claimed: ClaimedMessage,
  { to, answer }: OpenView,
  by: Person,
  { assignment, trouble }: Shown,
  { db, moodle, now, localeOf, translator }: MessageContext,
): Promise<Outcome> {
  const isOver = assignment.enrolment !== undefined && !isUnderWay(assignment.enrolment);
  if (!answer || !isOver || parseInstant(answer.until) <= now()) return { kind: 'nothing' };
  const t = translator(await localeOf(to));
  if (!claimed.mayPost()) return TOO_LITTLE_TIME;
  await answerAgain(answer.url, assignedMessage(assignment, { by, moodle, trouble }, t));
  await forgetAnswerAddress(db, assignment.id, to);
  return { kind: 'nothing' };
}

async function updateModal(
  claimed: ClaimedMessage,
  display: OpenView,
  by: Person,
  { assignment, trouble }: Shown,
  { db, client, moodle, localeOf, now, translator }: MessageContext,
): Promise<Outcome> {
  const { to, shownAs, shownAt } = display;
  if (!shownAs) return { kind: 'nothing' };
  const t = translator(await localeOf(to));
  const view = seatCard({ ...assignment, shownAs }, { moodle, trouble, by, below: undefined }, t);
  try {
    await client.views.update({ external_id: shownAs, view });
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    if (claimed.attempts < TRIES_IN_MODAL) return { kind: 'later', why: 'the modal is not there' };
    // One that was opened just now may still come.
    if (parseInstant(shownAt) < now().minus(SHOWN_WITHIN)) await forgetModal(db, assignment.id, display);
  }
  return { kind: 'nothing' };
}

/**
 * Slack does not let the answer to a command be changed, so what became of it stands below it, once. The address lapses after
 * half an hour or five uses: then the seat's card says it alone.
 */
async function answerAgain(url: string, message: Message): Promise<void> {
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', ...message }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}
