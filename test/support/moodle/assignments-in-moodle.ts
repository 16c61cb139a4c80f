import type { Period } from '../../../src/core/period';
import type { Database } from '../../../src/database/database';

/** An assignment in our tables, with everything that Moodle should contain about it. */
export interface AssignmentInMoodle {
  /** A name for error messages. */
  who: string;
  email: string;
  shortname: string;
  moodleId: number;
  accountId: number | undefined;
  seatId: number;
  seatState: string;
  orderId: number;
  role: string;
  period: Period;
  timezone: string;
  state: string;
  reason: string | undefined;
  isActive: boolean;
  /** True when Moodle may have been asked to enrol the trainee. */
  isAsked: boolean;
  /** How often other dates may have been sent, including by senders that died before recording it. */
  resent: number;
}

const DEATHS = 2;

export async function assignmentsInMoodle(db: Database): Promise<AssignmentInMoodle[]> {
  const rows = await db('enrolments')
    .join('assignments', 'assignments.id', 'enrolments.assignment_id')
    .join('seats', 'seats.id', 'assignments.seat_id')
    .join('trainees', 'trainees.id', 'assignments.trainee_id')
    .join('courses', 'courses.id', 'assignments.course_id')
    .join('customers', 'customers.id', 'assignments.customer_id')
    .orderBy('assignments.id')
    .select('assignments.*')
    .select('enrolments.*')
    .select('trainees.email', 'courses.shortname', 'courses.moodle_id')
    .select({ seat_state: 'seats.state', timezone: 'customers.timezone' });
  return rows.map((row) => ({
    who: `${row.email} in ${row.shortname}`,
    email: row.email,
    shortname: row.shortname,
    moodleId: row.moodle_id ?? 0,
    accountId: row.account_id ?? undefined,
    seatId: row.seat_id,
    seatState: row.seat_state,
    orderId: row.order_id,
    role: row.role,
    period: { start: row.start_date, end: row.end_date ?? undefined },
    timezone: row.timezone,
    state: row.state,
    reason: row.reason ?? undefined,
    isActive: row.ended_at === null,
    isAsked: row.asked_at !== null,
    resent: row.revision * DEATHS,
  }));
}
