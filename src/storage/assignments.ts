import type { Course } from '../domain/course';
import type { Period } from '../domain/period';
import type { Identity } from '../domain/person';
import { seatReference } from '../domain/reference';
import type { Assignment } from '../domain/seat';
import type { Instant } from '../domain/time';
import type { Trainee } from '../domain/trainee';
import type { Database } from './database';
import { findOrders } from './orders';
import type { PoolScope } from './pools';

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
  start_date: 'assignments.start_date',
  end_date: 'assignments.end_date',
};

export interface AssignmentColumns {
  trainee_id: number;
  customer_id: number;
  email: string;
  first_name: string;
  last_name: string;
  course_id: number;
  shortname: string;
  course_name: string;
  hidden_at: string | null;
  start_date: string;
  end_date: string | null;
}

export function assignmentFromRow(row: AssignmentColumns): { trainee: Trainee; course: Course; period: Period } {
  return {
    trainee: {
      id: row.trainee_id,
      customerId: row.customer_id,
      firstName: row.first_name,
      lastName: row.last_name,
      email: row.email,
    },
    course: { id: row.course_id, shortname: row.shortname, name: row.course_name, open: row.hidden_at === null },
    period: { start: row.start_date, end: row.end_date ?? undefined },
  };
}

export interface NewAssignment {
  customerId: number;
  orderId: number;
  seatId: number;
  traineeId: number;
  courseId: number;
  role: string;
  period: Period;
  at: Instant;
  /** Whose right it was: the coordinator's that somebody stands in for, else whoever assigns. */
  rightOf: Identity;
}

/** The new assignment's id, or undefined when the trainee already is in the course, however close the race. */
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

/** Seats of the customer that were assigned since in this person's right. */
export async function countInRightOf(
  db: Database,
  customerId: number,
  { teamId, userId }: Identity,
  since: Instant,
): Promise<number> {
  const row = await db('assignments')
    .where({ customer_id: customerId, quota_team: teamId, quota_user: userId })
    .where('assigned_at', '>=', since)
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}

/** The same for each person; whoever is not in it assigned none. */
export async function countInRightOfEach(
  db: Database,
  customerId: number,
  since: Instant,
): Promise<(Identity & { count: number })[]> {
  const rows: { teamId: string; userId: string; count: unknown }[] = await db('assignments')
    .where({ customer_id: customerId })
    .where('assigned_at', '>=', since)
    .whereNotNull('quota_user')
    .groupBy('quota_team', 'quota_user')
    .select({ teamId: 'quota_team', userId: 'quota_user' })
    .count({ count: '*' });
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

export async function countAssignedSince(db: Database, customerId: number, since: Instant): Promise<number> {
  const row = await db('assignments')
    .where({ customer_id: customerId })
    .where('assigned_at', '>=', since)
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}

/** The customer's last few, of those products only where some are given; the newest first. */
export async function latestAssignments(
  db: Database,
  { customerId, products }: Pick<PoolScope, 'customerId' | 'products'>,
  most: number,
): Promise<{ trainee: Trainee; course: Course; at: Instant }[]> {
  const rows: (AssignmentColumns & { assigned_at: string })[] = await db('assignments')
    .join('trainees', 'trainees.id', 'assignments.trainee_id')
    .join('courses', 'courses.id', 'assignments.course_id')
    .where('assignments.customer_id', customerId)
    .modify((query) => {
      if (!products) return;
      query.join('orders', 'orders.id', 'assignments.order_id').whereIn('orders.product_id', [...products]);
    })
    .orderBy([
      { column: 'assigned_at', order: 'desc' },
      { column: 'assignments.id', order: 'desc' },
    ])
    .limit(most)
    .select(ASSIGNMENT_COLUMNS)
    .select('assigned_at');
  return rows.map((row) => ({ ...assignmentFromRow(row), at: row.assigned_at }));
}

/** One that must be there. */
export async function getAssignment(db: Database, id: number): Promise<Assignment> {
  const row: (AssignmentColumns & { seat_id: number; order_id: number; role: string }) | undefined = await db(
    'assignments',
  )
    .join('trainees', 'trainees.id', 'assignments.trainee_id')
    .join('courses', 'courses.id', 'assignments.course_id')
    .where('assignments.id', id)
    .select(ASSIGNMENT_COLUMNS)
    .first('seat_id', 'order_id', 'role');
  if (!row) throw new Error(`There is no assignment ${id}.`);
  const [order] = await findOrders(db, [row.order_id]);
  if (!order) throw new Error(`Assignment ${id} has no order.`);
  return { id, seat: seatReference(row.seat_id), order, role: row.role, ...assignmentFromRow(row) };
}
