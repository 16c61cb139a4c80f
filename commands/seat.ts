import type { Context, Handler, OptionsHandler } from '../src/feature';
import { courseOption } from '../src/features/assignments/assign-form.view';
import type { Assignment } from '../src/features/assignments/assignment';
import { changeAssignment } from '../src/features/assignments/change-assignment';
import { changeSeatForm, changeSeatView } from '../src/features/assignments/change-form.view';
import { findCoursesForSeat } from '../src/features/assignments/find-courses';
import { releaseSeat } from '../src/features/assignments/release-seat';
import { openSeatCard } from '../src/features/assignments/seat-card';
import { seatCard } from '../src/features/assignments/seat-card.view';
import { poolSeatsForm } from '../src/features/assignments/seats.view';
import { courseOutage } from '../src/features/courses/moodle-state';
import { retryEnrolment } from '../src/features/enrolments/retry-enrolment';
import type { SlackRequest } from '../src/slack/answers';
import { belowOf, noteOf } from '../src/slack/sent-view';

/** From the list of an order's seats, pushes the card on top; else opens it alone. */
export const openSeat: Handler = async ({ value, view }, context) => {
  const { db, person, now } = context;
  const below = view?.callback_id === poolSeatsForm.id ? noteOf(view) : undefined;
  const card = await show(await openSeatCard(db, value, person, now), below, context);
  return view ? { push: card } : { show: card };
};

export const retry: Handler = async (request, context) =>
  again(request, await retryEnrolment(context.db, request.value, context.person, context.now), context);

export const release: Handler = async (request, context) =>
  again(request, await releaseSeat(context.db, request.value, context.person, context.now), context);

/** Replaces the card, which returns on save. */
export const openChange: Handler = async ({ value, view }, { db, person, now, t }) => ({
  show: changeSeatView(await openSeatCard(db, value, person, now), belowOf(view), t),
});

export const submitChange: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  const { db, person, now } = context;
  const { seat = '', below } = changeSeatForm.notes(view);
  const { course, start_date: start, end_date: end } = changeSeatForm.read(view);
  const form = { seat, course, start, end };
  const changed = await changeAssignment(db, form, person, now, submission);
  return { show: await show(changed, below, context) };
};

/** The courses that this seat allows. */
export const coursesForSeat: OptionsHandler = async ({ text, view }, { db, person }) => {
  const { seat = '' } = changeSeatForm.notes(view);
  const found = await findCoursesForSeat(db, seat, text, person);
  return found.map(courseOption);
};

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
