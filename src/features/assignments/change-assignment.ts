import type { Course } from '../../core/course';
import { ChangedMeanwhile, UserError } from '../../core/errors';
import { defaultEnd, type Period, planPeriod } from '../../core/period';
import type { Person } from '../../core/person';
import { type Day, type Now, today, toInstant } from '../../core/time';
import { fullName } from '../../core/trainee';
import type { Database } from '../../database/database';
import { idempotent } from '../../database/idempotent';
import { record } from '../../database/ledger';
import { openCourse } from '../courses/open-course';
import { isSoldFor } from '../orders/pool-choice.sql';
import { asOfNow } from '../roles/resolve-person';
import { type Assignment, assignmentVersion } from './assignment';
import { isInCourse, updateAssignment } from './assignments.sql';
import { getAssignmentFor } from './detailed-assignments.sql';
import { isGoneThere, isMovable } from './enrolment';
import { forgetAnswer, forgetAsking, moveToCourse } from './enrolment-marks.sql';
import { moveEnrolment, waitFor } from './enrolments.sql';
import { showIn } from './open-views.sql';
import { seatChanged } from './seat-changes';
import { assignmentFor } from './seat-for';

export interface ChangeForm {
  /** The assignment that the form shows, and the version of it. */
  assignment: number;
  version: string | undefined;
  /** Undefined keeps the current course. */
  course: string | undefined;
  /** What the chosen option said. */
  courseShown?: string | undefined;
  start: Day | undefined;
  /** Undefined takes the default of the order's terms. */
  end: Day | undefined;
}

/**
 * Changes the period, which Moodle receives again, or the course while the enrolment can still move. Idempotent per
 * submission.
 */
export async function changeAssignment(
  db: Database,
  form: ChangeForm,
  by: Person,
  now: Now,
  submission?: string,
): Promise<Assignment> {
  return idempotent(db, submission, by, now, {
    run: (tx) => change(tx, form, by, now),
    load: (tx, id) => getAssignmentFor(tx, Number(id), by),
  });
}

async function change(tx: Database, form: ChangeForm, asker: Person, now: Now): Promise<string> {
  const by = await asOfNow(tx, asker, now);
  const before = await assignmentFor(tx, { id: form.assignment }, by, 'assign');
  if (before.enrolment?.state === 'releasing') throw new UserError({ code: 'release.under_way' });
  if (form.version !== assignmentVersion(before)) throw new ChangedMeanwhile(CHANGED);
  const period = planChange(form, before, today(now, before.order.customer.timezone));
  const course = await courseOf(tx, form, before);
  const isMoved = course.id !== before.course.id;
  if (!isMoved && isSamePeriod(period, before.period) && before.enrolment?.state !== 'failed') {
    // No change: another request would only make Moodle email the trainee again.
    if (before.enrolment) await showIn(tx, before.id, by, toInstant(now));
    return String(before.id);
  }
  if (isMoved && (await isInCourse(tx, before.trainee.id, course.id))) {
    const details = { trainee: fullName(before.trainee), course: course.name };
    throw new UserError({ code: 'trainee.already_in_course', field: 'course', details });
  }
  if (before.enrolment) await moveInMoodle(tx, before, course, isMoved);
  if (!(await updateAssignment(tx, before, { courseId: course.id, period }))) throw new ChangedMeanwhile(CHANGED);
  const { id: customerId } = before.order.customer;
  const was = { course: before.course.shortname, ...before.period };
  const after = { course: course.shortname, ...period };
  const enrols = before.enrolment !== undefined;
  if (enrols) await waitFor(tx, before.id, by);
  const facts = { order: before.order.reference, assignmentId: before.id, courseId: course.id, enrols };
  await record(tx, by, now, seatChanged({ subject: before.seat, customerId, before: was, after }, facts));
  if (enrols) await showIn(tx, before.id, by, toInstant(now));
  return String(before.id);
}

const CHANGED = { code: 'assignment.changed' } as const;

function isSamePeriod(one: Period, other: Period): boolean {
  return one.start === other.start && one.end === other.end;
}

/** A start in the past may stay; the default end still counts from it. */
function planChange({ start, end }: ChangeForm, { period, order }: Assignment, day: Day): Period {
  const isSameStart = start === undefined || start === period.start;
  if (!isSameStart) return planPeriod({ start, end }, order.terms, day);
  const wanted = end ?? defaultEnd(order.terms, period.start);
  const planned = planPeriod({ start: period.start > day ? period.start : day, end: wanted }, order.terms, day);
  return { start: period.start, end: planned.end };
}

async function courseOf(tx: Database, form: ChangeForm, { order, course, enrolment }: Assignment): Promise<Course> {
  if (!form.course || form.course === course.shortname) return course;
  if (enrolment && !isMovable(enrolment)) throw new UserError({ code: 'course.settled', field: 'course' });
  const wanted = await openCourse(tx, form.course, form.courseShown);
  if (await isSoldFor(tx, order.id, wanted)) return wanted;
  throw new UserError({ code: 'course.not_allowed', field: 'course', details: { course: wanted.name } });
}

async function moveInMoodle(tx: Database, { id, enrolment }: Assignment, course: Course, isMoved: boolean) {
  const isGone = enrolment?.state === 'failed' && isGoneThere(enrolment);
  if (isGone) await forgetAsking(tx, id);
  if (isMoved && !(await moveToCourse(tx, id, course.id))) throw new UserError({ code: 'seat.changed' });
  if (!isMoved && !(await forgetAnswer(tx, id))) throw new UserError({ code: 'release.under_way' });
  // Retries a failed enrolment with the new values.
  const isAsked = enrolment?.askedAt && !isMoved && !isGone;
  await moveEnrolment(tx, id, ['failed'], { state: isAsked ? 'enrolling' : 'assigned' });
  // Moodle may have enrolled the trainee since the read above.
  await moveEnrolment(tx, id, ['enrolled'], { state: 'enrolling' });
}
