import type { FailureReason } from '../domain/enrolment';
import type { Identity } from '../domain/person';
import { seatReference } from '../domain/reference';
import type { Database } from './database';

/** An enrolment that waits for a person. */
export interface FailedEnrolment {
  seat: string;
  firstName: string;
  lastName: string;
  course: string;
  reason: FailureReason;
  /** Whoever assigned it, or tried last. */
  waiting: Identity;
}

/** A customer's, the newest first. */
export async function failedOfCustomer(db: Database, customerId: number): Promise<FailedEnrolment[]> {
  return (await failed(db).where('assignments.customer_id', customerId)).map(fromRow);
}

/** The newest few of all customers, or of one, and how many there are. */
export async function failedEnrolments(
  db: Database,
  most: number,
  customerId?: number,
): Promise<{ shown: FailedEnrolment[]; total: number }> {
  const of = customerId === undefined ? {} : { 'assignments.customer_id': customerId };
  const rows = await failed(db).where(of).limit(most);
  const row = await db('enrolments')
    .join('assignments', 'assignments.id', 'enrolments.assignment_id')
    .where(of)
    .whereRaw("enrolments.state = 'failed'")
    .count({ count: '*' })
    .first();
  return { shown: rows.map(fromRow), total: Number(row?.count ?? 0) };
}

function failed(db: Database) {
  return db('enrolments')
    .join('assignments', 'assignments.id', 'enrolments.assignment_id')
    .join('trainees', 'trainees.id', 'assignments.trainee_id')
    .join('courses', 'courses.id', 'enrolments.course_id')
    .whereRaw("enrolments.state = 'failed'")
    .orderBy('enrolments.assignment_id', 'desc')
    .select('seat_id', 'first_name', 'last_name', 'enrolments.reason', 'waiting_team', 'waiting_user')
    .select({ course: 'courses.name' });
}

function fromRow(row: {
  seat_id: number;
  first_name: string;
  last_name: string;
  course: string;
  reason: FailureReason;
  waiting_team: string;
  waiting_user: string;
}): FailedEnrolment {
  return {
    seat: seatReference(row.seat_id),
    firstName: row.first_name,
    lastName: row.last_name,
    course: row.course,
    reason: row.reason,
    waiting: { teamId: row.waiting_team, userId: row.waiting_user },
  };
}
