import { UserError } from '../src/core/errors';
import type { Context, Handler, OptionsHandler } from '../src/feature';
import { courseOption } from '../src/features/assignments/assign-form.view';
import type { Assignment } from '../src/features/assignments/assignment';
import { changeAssignment } from '../src/features/assignments/change-assignment';
import { changeSeatForm, changeSeatView } from '../src/features/assignments/change-form.view';
import { findCoursesForSeat } from '../src/features/assignments/find-courses';
import { poolSeatsForm } from '../src/features/assignments/lists/seats.view';
import { releaseSeat } from '../src/features/assignments/release-seat';
import { openAssignment, openSeatCard } from '../src/features/assignments/seat-card';
import { seatCard } from '../src/features/assignments/seat-card.view';
import { courseOutage } from '../src/features/courses/moodle-state';
import { confirmSignIn } from '../src/features/enrolments/lost-mail/confirm-sign-in';
import { retryEnrolment } from '../src/features/enrolments/retry-enrolment';
import type { SlackRequest } from '../src/slack/answers';
import { assignmentMeant } from '../src/slack/button-values';
import { belowOf, chosenText, noteOf, type SentView } from '../src/slack/sent-view';

/** From the list of an order's seats, pushes the card on top; else opens it alone. */
export const openSeat: Handler = async ({ value, view }, context) => {
  const { db, person, now } = context;
  const below = view?.callback_id === poolSeatsForm.id ? noteOf(view) : undefined;
  const card = await show(await openSeatCard(db, value, person, now), below, context);
  return view ? { push: card } : { show: card };
};

export const retry: Handler = async (request, context) => acts(request, retryEnrolment, context);

export const confirm: Handler = async (request, context) => acts(request, confirmSignIn, context);

/** Slack's dialog has already asked for confirmation. */
export const release: Handler = async (request, context) => acts(request, releaseSeat, context);

/** Replaces the card, which returns on save. */
export const openChange: Handler = async (request, context) => {
  const { db, person, now, t } = context;
  const shown = assignmentMeant(request.value);
  if (!shown) return showCardOfSeat(request, context);
  return { show: changeSeatView(await openAssignment(db, shown.id, person, now), belowOf(request.view), t) };
};

export const submitChange: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  const { db, person, now } = context;
  const { version, below } = changeSeatForm.notes(view);
  const { course, start_date: start, end_date: end } = changeSeatForm.read(view);
  const courseShown = chosenText(view, 'course');
  const form = { assignment: assignmentIn(view), version, course, courseShown, start, end };
  const changed = await changeAssignment(db, form, person, now, submission);
  return { show: await show(changed, below, context) };
};

/** Redraws the form with the current values after someone else has changed the seat. */
export const refreshChange: Handler = async ({ view }, { db, person, now, t }) =>
  view && { show: changeSeatView(await openAssignment(db, assignmentIn(view), person, now), belowOf(view), t) };

/** The courses that this seat allows. */
export const coursesForSeat: OptionsHandler = async ({ text, view }, { db, person }) => {
  const found = view ? await findCoursesForSeat(db, assignmentIn(view), text, person) : [];
  return found.map(courseOption);
};

function assignmentIn(view: SentView): number {
  const id = Number(changeSeatForm.notes(view).assignment);
  if (!Number.isSafeInteger(id)) throw new UserError({ code: 'form.stale' });
  return id;
}

async function acts(request: SlackRequest, act: typeof releaseSeat, context: Context) {
  const { db, person, now } = context;
  const shown = assignmentMeant(request.value);
  return shown ? again(request, await act(db, shown, person, now), context) : showCardOfSeat(request, context);
}

/** For buttons of earlier versions, which name only the seat. Somebody else may have it by now. */
async function showCardOfSeat(request: SlackRequest, context: Context) {
  const { db, person, now } = context;
  return again(request, await openSeatCard(db, request.value, person, now), context);
}

async function again({ view }: SlackRequest, assignment: Assignment, context: Context) {
  return { show: await show(assignment, belowOf(view), context) };
}

async function show(assignment: Assignment, below: string | undefined, { db, person, moodle, t }: Context) {
  return seatCard(
    assignment,
    { by: person, moodle, outage: moodle && (await courseOutage(db, assignment.course.id)), below },
    t,
  );
}
