import type { Delivery } from '../../app/delivery';
import { can } from '../../core/permission';
import type { Person } from '../../core/person';
import { parseInstant } from '../../core/time';
import type { Outcome, Turn } from '../../outbox/attempt';
import { TOO_LITTLE_TIME } from '../../outbox/post';
import type { Message } from '../../slack/blocks';
import { isOvertaken } from '../../slack/failures';
import type { Assignment } from '../orders/seat';
import { assignedMessage } from './assigned.view';
import { getAssignment } from './detailed-assignments.sql';
import { type Display, findDisplays, forgetAnswerAddress, forgetDisplay, forgetModal } from './displays.sql';
import { isUnderWay, type MoodleTrouble } from './enrolment';
import { findTroubleOf } from './moodle-trouble.sql';
import { seatCard } from './seat-card.view';

/** We may be quicker than Slack, which shows the modal when it has our answer to the submission. */
const TRIES_IN_MODAL = 2;
const SHOWN_WITHIN = { minutes: 1 };
const PATIENCE_MS = 10_000;

interface Shown {
  assignment: Assignment;
  trouble: MoodleTrouble | undefined;
}

/** Shows what became of an assignment wherever somebody looks at it. What is in one's way is not in the others'. */
export async function refreshAssignment(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db } = delivery;
  const id = Number(turn.subject);
  const displays = await findDisplays(db, id);
  if (displays.length === 0) return { kind: 'nothing' };
  const assignment = await getAssignment(db, id);
  const shown = { assignment, trouble: await findTroubleOf(db, assignment.course.id) };
  const outcomes: Outcome[] = [];
  const failures: unknown[] = [];
  for (const display of displays) {
    await refreshDisplay(turn, display, shown, delivery).then(
      (outcome) => outcomes.push(outcome),
      (error: unknown) => failures.push(error),
    );
  }
  if (failures.length > 0) throw failures[0];
  return outcomes.find(({ kind }) => kind === 'later') ?? { kind: 'nothing' };
}

async function refreshDisplay(turn: Turn, display: Display, shown: Shown, delivery: Delivery): Promise<Outcome> {
  const { id, order } = shown.assignment;
  const by = await delivery.personOf(display.to);
  if (!can(by, 'list', { customerId: order.customer.id, productId: order.product.id })) {
    await forgetDisplay(delivery.db, id, display.to);
    return { kind: 'nothing' };
  }
  const answered = await followAnswer(turn, display, by, shown, delivery);
  return answered.kind === 'later' ? answered : updateModal(turn, display, by, shown, delivery);
}

/** Below a line that only its person sees. */
async function followAnswer(
  turn: Turn,
  { to, answer }: Display,
  by: Person,
  { assignment, trouble }: Shown,
  { db, moodle, now, localeOf, translator }: Delivery,
): Promise<Outcome> {
  const isOver = assignment.enrolment !== undefined && !isUnderWay(assignment.enrolment);
  if (!answer || !isOver || parseInstant(answer.until) <= now()) return { kind: 'nothing' };
  const t = translator(await localeOf(to));
  if (!turn.mayPost()) return TOO_LITTLE_TIME;
  await answerAgain(answer.url, assignedMessage(assignment, { by, moodle, trouble }, t));
  await forgetAnswerAddress(db, assignment.id, to);
  return { kind: 'nothing' };
}

async function updateModal(
  turn: Turn,
  display: Display,
  by: Person,
  { assignment, trouble }: Shown,
  { db, client, moodle, localeOf, now, translator }: Delivery,
): Promise<Outcome> {
  const { to, shownAs, shownAt } = display;
  if (!shownAs) return { kind: 'nothing' };
  const t = translator(await localeOf(to));
  const view = seatCard({ ...assignment, shownAs }, { moodle, trouble, by, below: undefined }, t);
  try {
    await client.views.update({ external_id: shownAs, view });
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    if (turn.attempts < TRIES_IN_MODAL) return { kind: 'later', why: 'the modal is not there' };
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
