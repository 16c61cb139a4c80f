import type { Identity } from '../../core/identity';
import type { Period } from '../../core/period';
import type { Trainee } from '../../core/trainee';
import type { Row } from '../../database/columns';
import type { Database } from '../../database/database';
import { ASSIGNMENT_COLUMNS, type AssignmentColumns, assignmentFromRow } from '../assignments/assignments.sql';
import type { Enrolment, EnrolmentState } from '../assignments/enrolment';
import {
  ENROLMENT_COLUMNS,
  ENROLMENT_DUE,
  type EnrolmentColumns,
  enrolmentFromRow,
} from '../assignments/enrolments.sql';

/** One assignment with all that Moodle needs to be told of it. */
export interface CourseEnrolment extends Enrolment {
  assignmentId: number;
  courseId: number;
  seatId: number;
  orderId: number;
  trainee: Trainee;
  role: string;
  period: Period;
  /** The customer's, in which the days of the period are. */
  timezone: string;
  waiting: Identity;
}

type DueRow = AssignmentColumns &
  EnrolmentColumns &
  Pick<Row<'assignments'>, 'seat_id' | 'order_id' | 'role'> &
  Pick<Row<'enrolments'>, 'assignment_id' | 'course_id' | 'waiting_team' | 'waiting_user'> &
  Pick<Row<'customers'>, 'timezone'>;

/** Those of a course who are to be enrolled, or are to have other dates; the oldest first. */
export async function dueToEnrol(
  db: Database,
  courseId: number,
  most: number,
  /** Only those of later assignments. */
  after = 0,
): Promise<CourseEnrolment[]> {
  return dueIn(db, courseId, ['assigned', 'enrolling'], most, after);
}

/** Those of a course that are to be taken back. */
export async function dueToRelease(db: Database, courseId: number, most: number): Promise<CourseEnrolment[]> {
  return dueIn(db, courseId, ['releasing'], most);
}

async function dueIn(db: Database, courseId: number, states: readonly EnrolmentState[], most: number, after = 0) {
  const rows = await detailed(db)
    .where('enrolments.course_id', courseId)
    .whereRaw(ENROLMENT_DUE)
    .whereIn('enrolments.state', [...states])
    .where('enrolments.assignment_id', '>', after)
    .orderBy('enrolments.assignment_id')
    .limit(most);
  return rows.map(fromRow);
}

/** Those of a course that are in it through us. */
export async function enrolledIn(db: Database, courseId: number): Promise<CourseEnrolment[]> {
  const rows = await detailed(db).where('enrolments.course_id', courseId).whereRaw("enrolments.state = 'enrolled'");
  return rows.map(fromRow);
}

/** Ids of the courses that somebody is in through us. */
export async function coursesWithEnrolled(db: Database): Promise<number[]> {
  return db('enrolments').whereRaw("state = 'enrolled'").distinct('course_id').orderBy('course_id').pluck('course_id');
}

/** A few of the accounts that Moodle has shown us before. */
export async function knownAccounts(db: Database, most: number): Promise<number[]> {
  const accounts = await db('enrolments')
    .whereNotNull('account_id')
    .orderBy('assignment_id', 'desc')
    .limit(most)
    .pluck('account_id');
  return accounts.filter((account) => account !== null);
}

function detailed(db: Database) {
  return db('enrolments')
    .join('assignments', 'assignments.id', 'enrolments.assignment_id')
    .join('trainees', 'trainees.id', 'assignments.trainee_id')
    .join('courses', 'courses.id', 'enrolments.course_id')
    .join('customers', 'customers.id', 'assignments.customer_id')
    .select({ ...ASSIGNMENT_COLUMNS, ...ENROLMENT_COLUMNS, timezone: 'customers.timezone' })
    .select('assignment_id', 'seat_id', 'order_id', 'waiting_team', 'waiting_user')
    .select({ role: 'assignments.role', course_id: 'enrolments.course_id' });
}

function fromRow(row: DueRow): CourseEnrolment {
  const enrolment = enrolmentFromRow(row);
  if (!enrolment) throw new Error(`Assignment ${row.assignment_id} has no enrolment.`);
  const { trainee, period } = assignmentFromRow(row);
  return {
    ...enrolment,
    assignmentId: row.assignment_id,
    courseId: row.course_id,
    seatId: row.seat_id,
    orderId: row.order_id,
    trainee,
    role: row.role,
    period,
    timezone: row.timezone,
    waiting: { teamId: row.waiting_team, userId: row.waiting_user },
  };
}
