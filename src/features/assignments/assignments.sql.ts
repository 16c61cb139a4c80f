import type { Course } from '../../core/course';
import type { Identity } from '../../core/identity';
import type { Period } from '../../core/period';
import type { Instant } from '../../core/time';
import type { Trainee } from '../../core/trainee';
import type { Aliased, Source } from '../../database/columns';
import type { Database } from '../../database/database';
import type { PoolScope } from '../orders/pools.sql';
import type { Enrolment } from './enrolment';
import { ENROLMENT_COLUMNS, enrolmentFromRow } from './enrolments.sql';

export const ASSIGNMENT_COLUMNS = {
  trainee_id: 'trainees.id',
  customer_id: 'trainees.customer_id',
  email: 'trainees.email',
  first_name: 'trainees.first_name',
  last_name: 'trainees.last_name',
  course_id: 'courses.id',
  shortname: 'courses.shortname',
  course_name: 'courses.name',
  hidden_at: 'courses.hidden_at',
  moodle_id: 'courses.moodle_id',
  start_date: 'assignments.start_date',
  end_date: 'assignments.end_date',
} as const;

export type AssignmentColumns = Aliased<
  Source<'trainees'> & Source<'courses'> & Source<'assignments'>,
  typeof ASSIGNMENT_COLUMNS
>;

export function assignmentFromRow(row: AssignmentColumns): { trainee: Trainee; course: Course; period: Period } {
  return {
    trainee: {
      id: row.trainee_id,
      customerId: row.customer_id,
      firstName: row.first_name,
      lastName: row.last_name,
      email: row.email,
    },
    course: {
      id: row.course_id,
      shortname: row.shortname,
      name: row.course_name,
      open: row.hidden_at === null,
      moodleId: row.moodle_id ?? undefined,
    },
    period: { start: row.start_date, end: row.end_date ?? undefined },
  };
}

interface NewAssignment {
  customerId: number;
  orderId: number;
  seatId: number;
  traineeId: number;
  courseId: number;
  role: string;
  period: Period;
  at: Instant;
  /** Owner of the quota: the delegating coordinator, else the person who assigns. */
  rightOf: Identity;
}

/** Returns the new id; undefined when the trainee is already in the course. Safe to run concurrently. */
export async function insertAssignment(db: Database, assignment: NewAssignment): Promise<number | undefined> {
  const row = {
    customer_id: assignment.customerId,
    order_id: assignment.orderId,
    seat_id: assignment.seatId,
    trainee_id: assignment.traineeId,
    course_id: assignment.courseId,
    role: assignment.role,
    start_date: assignment.period.start,
    end_date: assignment.period.end ?? null,
    assigned_at: assignment.at,
    quota_team: assignment.rightOf.teamId,
    quota_user: assignment.rightOf.userId,
  };
  const [saved] = await db('assignments').insert(row).onConflict().ignore().returning('id');
  return saved?.id;
}

export async function isInCourse(db: Database, traineeId: number, courseId: number): Promise<boolean> {
  const row = await db('assignments')
    .where({ trainee_id: traineeId, course_id: courseId })
    .whereNull('ended_at')
    .first('id');
  return row !== undefined;
}

/** The customer's latest assignments, newest first. `products` limits them. */
export async function latestAssignments(
  db: Database,
  { customerId, products }: Pick<PoolScope, 'customerId' | 'products'>,
  most: number,
): Promise<{ trainee: Trainee; course: Course; at: Instant; enrolment: Enrolment | undefined }[]> {
  const latest = db('assignments')
    .where({ customer_id: customerId })
    .whereNull('ended_at')
    .orderBy([
      { column: 'assigned_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(most);
  if (products) {
    const orders = db('orders')
      .where({ customer_id: customerId })
      .whereIn('product_id', [...products]);
    latest.whereIn('order_id', orders.select('id'));
  }
  const rows = await db('assignments')
    .join('trainees', 'trainees.id', 'assignments.trainee_id')
    .join('courses', 'courses.id', 'assignments.course_id')
    .leftJoin('enrolments', 'enrolments.assignment_id', 'assignments.id')
    .whereIn('assignments.id', await latest.pluck('id'))
    .orderBy([
      { column: 'assigned_at', order: 'desc' },
      { column: 'assignments.id', order: 'desc' },
    ])
    .select({ ...ASSIGNMENT_COLUMNS, ...ENROLMENT_COLUMNS })
    .select('assigned_at');
  return rows.map((row) => ({
    ...assignmentFromRow(row),
    at: row.assigned_at,
    enrolment: enrolmentFromRow(row),
  }));
}

/** Updates course and period. False when the assignment ended, or has another course or period by now. */
export async function updateAssignment(
  tx: Database,
  { id, course, period: { start, end } }: { id: number; course: Course; period: Period },
  after: { courseId: number; period: Period },
): Promise<boolean> {
  const changed = await tx('assignments')
    .where({ id, course_id: course.id, start_date: start, end_date: end ?? null, ended_at: null })
    .update({ course_id: after.courseId, start_date: after.period.start, end_date: after.period.end ?? null });
  return changed === 1;
}

/** Ends the assignment and frees its seat. True for exactly one of many concurrent callers. */
export async function endAssignment(
  tx: Database,
  { assignmentId, seatId }: { assignmentId: number; seatId: number },
  reason: 'released' | 'already_enrolled',
  at: Instant,
): Promise<boolean> {
  const ended = await tx('assignments')
    .where({ id: assignmentId })
    .whereNull('ended_at')
    .update({ ended_at: at, end_reason: reason });
  if (ended === 1) await tx('seats').where({ id: seatId, state: 'assigned' }).update({ state: 'unassigned' });
  return ended === 1;
}
