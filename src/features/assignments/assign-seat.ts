import type { Course } from '../../core/course';
import type { Customer } from '../../core/customer';
import { type Refusal, refuseAny, UserError } from '../../core/errors';
import type { Field } from '../../core/field';
import { planPeriod } from '../../core/period';
import type { Person } from '../../core/person';
import { seatReference } from '../../core/reference';
import { type Day, type Now, today, toInstant } from '../../core/time';
import { fullName, isCalled, type NewTrainee, newTrainee, type Trainee } from '../../core/trainee';
import type { Database } from '../../database/database';
import { idempotent } from '../../database/idempotent';
import { record } from '../../database/ledger';
import { enforceQuota, rightOf } from '../coordinators/quota';
import { openCourse } from '../courses/open-course';
import { choosePool, refuseNoSeat } from '../orders/choose-pool';
import { orderFor, poolsFor, theCustomerFor } from '../orders/find-customer-for';
import { isExpired, type Order } from '../orders/order';
import { isSoldFor } from '../orders/pool-choice.sql';
import type { PoolScope } from '../orders/pools.sql';
import { claimSeat } from '../orders/seats.sql';
import { asOfNow } from '../roles/resolve-person';
import type { Assignment } from './assignment';
import { insertAssignment, isInCourse } from './assignments.sql';
import { getAssignmentFor } from './detailed-assignments.sql';
import { insertEnrolment } from './enrolments.sql';
import { showIn } from './open-views.sql';
import { seatAssigned, traineeAdded } from './seat-changes';
import { findTrainee, saveTrainee } from './trainees.sql';

export interface AssignForm {
  customer: string | undefined;
  /** An order's reference; undefined picks the seat automatically. */
  pool: string | undefined;
  course: string | undefined;
  /** What the chosen option said. */
  courseShown?: string | undefined;
  trainee: { id: number } | NewTrainee | undefined;
  start: Day | undefined;
  end: Day | undefined;
}

/**
 * Assigns one seat to a trainee for a course. With `enrols`, the outbox asks Moodle for the enrolment. Throws UserError
 * when the trainee is already in the course, which uses no seat, or when no seat is left. Safe to run concurrently;
 * idempotent per submission.
 */
export async function assignSeat(
  db: Database,
  form: AssignForm,
  by: Person,
  now: Now,
  submission?: string,
  { enrols = false }: { enrols?: boolean } = {},
): Promise<Assignment> {
  return idempotent(db, submission, by, now, {
    run: (tx) => assign(tx, form, by, now, enrols),
    load: (tx, id) => getAssignmentFor(tx, Number(id), by),
  });
}

async function assign(tx: Database, input: AssignForm, asker: Person, now: Now, enrols: boolean): Promise<string> {
  const by = await asOfNow(tx, asker, now);
  const customer = await theCustomerFor(tx, input, by, 'assign');
  const form = { ...input, ...checkForm(input, today(now, customer.timezone), enrols) };
  const pool = form.pool ? await chosenPool(tx, form.pool, by, now) : undefined;
  const course = await openCourse(tx, form.course, input.courseShown);
  if (pool && !(await isSoldFor(tx, pool.id, course))) {
    throw new UserError({ code: 'course.not_allowed', field: 'course', details: { course: course.name } });
  }
  const { trainee, field, isNew } = await traineeOf(tx, customer, form.trainee);
  if (!isNew && (await isInCourse(tx, trainee.id, course.id))) refuseRepeat(trainee, course, field);
  await enforceQuota(tx, customer, by, now);
  const { order, seatId } = await takeSeat(tx, pool, poolsFor(by, customer, now), course);
  const period = planPeriod(form, order.terms, today(now, customer.timezone));
  const { id: customerId } = customer;
  const ids = { customerId, orderId: order.id, seatId, traineeId: trainee.id, courseId: course.id };
  const at = toInstant(now);
  const id = await insertAssignment(tx, { ...ids, role: order.terms.role, period, at, rightOf: rightOf(by, customer) });
  if (id === undefined) refuseRepeat(trainee, course, field);
  const subject = seatReference(seatId);
  const after = { assignment: id, trainee: trainee.id, course: course.shortname, role: order.terms.role, ...period };
  if (isNew) await record(tx, by, now, traineeAdded({ subject: `trainee ${trainee.id}`, customerId }));
  const before = { state: 'unassigned', order: order.reference };
  if (enrols) await insertEnrolment(tx, { assignmentId: id, courseId: course.id, waiting: by });
  const facts = { order: order.reference, assignmentId: id, courseId: course.id, enrols };
  await record(tx, by, now, seatAssigned({ subject, customerId, before, after }, facts));
  // Lock order: the course first, as everywhere. Two people at one seat cannot deadlock.
  if (enrols) await showIn(tx, id, by, at);
  return String(id);
}

/** Throws UserError with every problem of the form at once. */
function checkForm(
  form: AssignForm,
  day: Day,
  enrols: boolean,
): { course: string; trainee: { id: number } | NewTrainee } {
  const refusals: Refusal[] = [];
  const attempt = <T>(check: () => T): T | undefined => {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refusals.push(...error.refusals);
      return undefined;
    }
  };
  const { course, trainee } = form;
  if (!course) refusals.push({ code: 'course.missing', field: 'course' });
  if (!trainee) refusals.push({ code: 'trainee.missing', field: 'trainee' });
  const checked = trainee && ('id' in trainee ? trainee : attempt(() => newTrainee(trainee, { enrols })));
  attempt(() => planPeriod(form, NO_TERMS, day));
  refuseAny(refusals);
  if (!course || !checked) throw new UserError({ code: 'form.stale' });
  return { course, trainee: checked };
}

const NO_TERMS = {
  courses: [],
  role: '',
  supervisorRole: '',
  durationDays: undefined,
  startDate: undefined,
  endDate: undefined,
};

async function chosenPool(tx: Database, reference: string, by: Person, now: Now): Promise<Order> {
  const order = await orderFor(tx, reference, by, 'assign');
  const details = { order: order.reference };
  if (order.cancelled) throw new UserError({ code: 'order.cancelled', field: 'pool', details });
  if (isExpired(order, now)) {
    throw new UserError({ code: 'seat.expired', field: 'pool', details: { ...details, day: order.assignBy ?? '' } });
  }
  return order;
}

async function traineeOf(tx: Database, customer: Customer, chosen: { id: number } | NewTrainee) {
  const field: Field = 'id' in chosen ? 'trainee' : 'email';
  if (!('id' in chosen)) {
    const saved = await saveTrainee(tx, customer.id, chosen);
    const details = { trainee: fullName(saved.trainee) };
    if (!isCalled(saved.trainee, fullName(chosen))) throw new UserError({ code: 'trainee.known_as', field, details });
    return { ...saved, field };
  }
  const trainee = await findTrainee(tx, customer.id, chosen.id);
  if (!trainee) throw new UserError({ code: 'trainee.unknown', field });
  return { trainee, field, isNew: false };
}

/**
 * Takes a seat from the chosen pool, else from the best one. When a concurrent assignment takes its last seat, tries
 * the next best.
 */
async function takeSeat(tx: Database, pool: Order | undefined, scope: PoolScope, course: Course) {
  for (;;) {
    const order = pool ?? (await choosePool(tx, scope, course));
    if (!order) return refuseNoSeat(tx, scope, course);
    const seatId = await claimSeat(tx, order.id);
    if (seatId !== undefined) return { order, seatId };
    if (pool) throw new UserError({ code: 'seat.none_left', field: 'pool', details: { what: pool.product.name } });
  }
}

function refuseRepeat(trainee: Trainee, course: Course, field: Field): never {
  const details = { trainee: fullName(trainee), course: course.name };
  throw new UserError({ code: 'trainee.already_in_course', field, details });
}
