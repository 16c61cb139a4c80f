import { UserError } from '../src/core/errors';
import { fullName, type NewTrainee } from '../src/core/trainee';
import type { Context, Handler, OptionsHandler } from '../src/feature';
import {
  AUTOMATIC,
  assignSeatForm,
  assignView,
  courseOption,
  NEW,
  newTraineeOption,
  poolOption,
} from '../src/features/assignments/assign-form.view';
import { assignSeat } from '../src/features/assignments/assign-seat';
import { findAssignableCourses } from '../src/features/assignments/find-courses';
import { findTrainees } from '../src/features/assignments/find-trainees';
import { anotherSeat, prepareAssignment } from '../src/features/assignments/prepare-assignment';
import { seatCard } from '../src/features/assignments/seat-card.view';
import { courseOutage } from '../src/features/courses/moodle-state';
import { chooseCustomerView } from '../src/features/customers/choose-customer.view';
import { customerOption } from '../src/features/customers/customer-option.view';
import { findCustomers } from '../src/features/customers/find-customers';
import type { Hint } from '../src/features/orders/find-customer-for';
import { findPools } from '../src/features/orders/find-pools';
import { anotherMeant, meantBy } from '../src/slack/button-values';
import { belowOf, chosenText, noteOf, type SentView } from '../src/slack/sent-view';

/** Button value: the order that supplies the seat, also with a course, or a customer, or empty. */
export const openAssign: Handler = async ({ value, channel }, context) => {
  const like = anotherMeant(value);
  if (!like) return showForm({ ...meantBy(value), channel }, {}, context);
  const { hint, course } = await anotherSeat(context.db, like, context.person, context.now);
  return showForm(hint, { course }, context);
};

/** Pushes the form over the list or the order's seats; closing it returns there. */
export const assignFromPool: Handler = async ({ value, view }, context) => {
  const { show } = await showForm({ pool: value }, { below: noteOf(view) }, context);
  return { push: show };
};

/** Redraws the form for another customer, pool or new trainee; typed input stays. */
export const changeAssign: Handler = async ({ view, value }, context) => {
  if (!view) return undefined;
  const { course, email, below } = assignSeatForm.notes(view);
  const isFirstChoice = !assignSeatForm.has(view, 'trainee');
  const isNewTrainee =
    value === NEW || assignSeatForm.read(view).trainee === NEW || (isFirstChoice && email !== undefined);
  const state = { course, email, below, isNewTrainee, keepTrainee: !isFirstChoice };
  return showForm(hintOf(view), state, context);
};

export const submitAssign: Handler = async ({ view, submission }, { db, person, now, t, moodle }) => {
  if (!view) return undefined;
  const entered = assignSeatForm.read(view);
  const { course, start_date: start, end_date: end } = entered;
  const trainee = traineeOf(entered);
  const form = { ...hintOf(view), course, courseShown: chosenText(view, 'course'), trainee, start, end };
  const assignment = await assignSeat(db, form, person, now, submission, { enrols: moodle !== undefined });
  const about = {
    by: person,
    moodle,
    outage: moodle && (await courseOutage(db, assignment.course.id)),
    below: belowOf(view),
  };
  return { show: seatCard(assignment, about, t) };
};

export const customersToAssign: OptionsHandler = async ({ text }, { db, person }) => {
  const customers = await findCustomers(db, text, person, 'assign');
  return customers.map(customerOption);
};

export const pools: OptionsHandler = async ({ text, view }, { db, person, now, t }) => {
  const { customer } = view ? hintOf(view) : {};
  const found = await findPools(db, { customer }, text, person, now);
  const automatic = text ? [] : [{ text: t('option.automatic'), value: AUTOMATIC }];
  return [...automatic, ...found.map((pool) => poolOption(pool, t))];
};

export const courses: OptionsHandler = async ({ text, view }, { db, person, now }) => {
  const found = await findAssignableCourses(db, view ? hintOf(view) : {}, text, person, now);
  return found.map(courseOption);
};

export const trainees: OptionsHandler = async ({ text, view }, { db, person, t }) => {
  const { customer } = view ? hintOf(view) : {};
  const found = await findTrainees(db, { customer }, text, person);
  const known = found.map((one) => ({ text: fullName(one), value: String(one.id), description: one.email }));
  return [newTraineeOption(t), ...known];
};

interface FormState {
  course?: string | undefined;
  email?: string | undefined;
  isNewTrainee?: boolean;
  keepTrainee?: boolean;
  below?: string | undefined;
}

/** Asks for the customer first when the hint is ambiguous. */
export async function showForm(hint: Hint, state: FormState, context: Context) {
  const { db, person, now, t } = context;
  const draft = await prepareAssignment(db, { ...hint, course: state.course }, person, now);
  if (!draft) {
    const { course, email } = state;
    const settings = { title: t('title.assign'), submit: t('action.submit_assign'), notes: { course, email } };
    return { show: chooseCustomerView(assignSeatForm, { ...settings, question: t('assign.choose_customer') }, t) };
  }
  const isNewTrainee = state.isNewTrainee || (!state.keepTrainee && !draft.knowsTrainees);
  const choosing = person.sales || person.customers.length > 1;
  return { show: assignView({ ...draft, isNewTrainee, email: state.email, choosing, below: state.below }, t) };
}

/** The customer and the pool. Inputs take precedence; the metadata fills in for inputs that the form lacks. */
function hintOf(view: SentView): { customer: string | undefined; pool: string | undefined } {
  const [notes, entered] = [assignSeatForm.notes(view), assignSeatForm.read(view)];
  const pool = assignSeatForm.has(view, 'pool') ? entered.pool : notes.pool;
  return { customer: entered.customer ?? notes.customer, pool: pool === AUTOMATIC ? undefined : pool };
}

function traineeOf({
  trainee: chosen,
  first_name: firstName = '',
  last_name: lastName = '',
  email,
}: ReturnType<typeof assignSeatForm.read>): { id: number } | NewTrainee | undefined {
  if (chosen === NEW || (chosen === undefined && email !== undefined)) {
    return { firstName, lastName, email: email ?? '' };
  }
  if (chosen === undefined) return undefined;
  if (!/^\d{1,9}$/.test(chosen)) throw new UserError({ code: 'trainee.unknown', field: 'trainee' });
  return { id: Number(chosen) };
}
