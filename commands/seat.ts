import type { Context, Handler, OptionsHandler } from '../src/context';
import { courseOption } from '../src/features/assignments/assign-form.view';
import { changeAssignment } from '../src/features/assignments/change-assignment';
import { changeForm } from '../src/features/assignments/change-form.view';
import { findCoursesForSeat } from '../src/features/assignments/find-courses';
import { listFailed } from '../src/features/assignments/list-failed';
import { courseTrouble } from '../src/features/assignments/moodle-state';
import { releaseSeat } from '../src/features/assignments/release-seat';
import { retryEnrolment } from '../src/features/assignments/retry-enrolment';
import { openSeatCard } from '../src/features/assignments/seat-card';
import { seatCard } from '../src/features/assignments/seat-card.view';
import { failedView } from '../src/features/enrolments/enrolment-messages.view';
import type { Assignment } from '../src/features/orders/seat';
import type { Request } from '../src/slack/answers';
import { meantBy } from '../src/slack/button-values';
import { inputValue, noteOf, notesOf } from '../src/slack/form';
import { POOL_SEATS } from '../src/slack/ids';

/** From the list of an order's seats it lies on top of that; else it opens by itself. */
export const openSeat: Handler = async ({ value, view }, context) => {
  const { db, person, now } = context;
  const below = view?.callback_id === POOL_SEATS ? noteOf(view) : undefined;
  const card = await show(await openSeatCard(db, value, person, now), below, context);
  return view ? { push: card } : { show: card };
};

/** The value of the button is a customer, or nothing for all of them. */
export const openFailed: Handler = async ({ value }, { db, person, now, t }) => {
  const { failed, total } = await listFailed(db, meantBy(value).customer, person, now);
  return { show: failedView(failed, total, person, t) };
};

export const retry: Handler = async (request, context) =>
  again(request, await retryEnrolment(context.db, request.value, context.person, context.now), context);

export const release: Handler = async (request, context) =>
  again(request, await releaseSeat(context.db, request.value, context.person, context.now), context);

/** In place of the card, which comes back when it is saved. */
export const openChange: Handler = async ({ value, view }, { db, person, now, t }) => ({
  show: changeForm(await openSeatCard(db, value, person, now), view && notesOf(view).below, t),
});

export const submitChange: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  const { db, person, now } = context;
  const notes = notesOf(view);
  const form = {
    seat: notes.seat ?? '',
    course: inputValue(view, 'course'),
    start: inputValue(view, 'start_date'),
    end: inputValue(view, 'end_date'),
  };
  const changed = await changeAssignment(db, form, person, now, submission);
  return { show: await show(changed, notes.below, context) };
};

/** Those that the seat is good for. */
export const courses: OptionsHandler = async ({ text, view }, { db, person }) => {
  const { seat } = view ? notesOf(view) : {};
  const found = await findCoursesForSeat(db, seat ?? '', text, person);
  return found.map(courseOption);
};

async function again({ view }: Request, assignment: Assignment, context: Context) {
  return { show: await show(assignment, view && notesOf(view).below, context) };
}

async function show(assignment: Assignment, below: string | undefined, { db, person, moodle, t }: Context) {
  return seatCard(
    assignment,
    { by: person, moodle, trouble: moodle && (await courseTrouble(db, assignment.course.id)), below },
    t,
  );
}
