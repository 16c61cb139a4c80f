import { seatReference } from '../../../core/reference';
import type { Instant } from '../../../core/time';
import { chunks } from '../../../database/chunks';
import type { Database } from '../../../database/database';
import type { LostMail } from './lost-mail';

/** Call just before Moodle is asked to make the accounts: an answer may be lost, and the password's mail with it. */
export async function markAccountsMade(db: Database, assignmentIds: readonly number[], at: Instant): Promise<void> {
  for (const some of chunks(assignmentIds)) {
    await db('enrolments').whereIn('assignment_id', some).whereNull('account_made_at').update({ account_made_at: at });
  }
}

export async function forgetAccountsMade(db: Database, assignmentIds: readonly number[]): Promise<void> {
  for (const some of chunks(assignmentIds)) {
    await db('enrolments').whereIn('assignment_id', some).update({ account_made_at: null });
  }
}

export async function markMailFailed(db: Database, assignmentIds: readonly number[], at: Instant): Promise<void> {
  for (const some of chunks(assignmentIds)) {
    await db('enrolments').whereIn('assignment_id', some).whereNull('mail_failed_at').update({ mail_failed_at: at });
  }
}

/** For people whom that call did not enrol after all. Keeps the failure of an earlier call, which was told. */
export async function forgetMailFailed(db: Database, assignmentIds: readonly number[]): Promise<void> {
  for (const some of chunks(assignmentIds)) {
    await db('enrolments').whereIn('assignment_id', some).whereNull('mail_told_at').update({ mail_failed_at: null });
  }
}

/** The ids about whose mail nobody was told yet, each once. */
export async function takeUntold(tx: Database, assignmentIds: readonly number[], at: Instant): Promise<Set<number>> {
  const rows = await tx('enrolments')
    .whereIn('assignment_id', [...assignmentIds])
    .whereNotNull('mail_failed_at')
    .whereNull('mail_told_at')
    .whereNull('signed_in_at')
    .whereNull('started_at')
    .update({ mail_told_at: at }, ['assignment_id']);
  return new Set(rows.map((row) => row.assignment_id));
}

/** True for the first call only. */
export async function markSignedIn(tx: Database, assignmentId: number, at: Instant): Promise<boolean> {
  const changed = await tx('enrolments')
    .where({ assignment_id: assignmentId })
    .whereNull('signed_in_at')
    .update({ signed_in_at: at });
  return changed === 1;
}

/** Those of the customer who were told about at that moment and who still may lack their mail, newest first. */
export async function lostMails(db: Database, customerId: number, toldAt: Instant): Promise<LostMail[]> {
  const rows = await db('enrolments')
    .join('assignments', 'assignments.id', 'enrolments.assignment_id')
    .join('orders', 'orders.id', 'assignments.order_id')
    .join('trainees', 'trainees.id', 'assignments.trainee_id')
    .join('courses', 'courses.id', 'enrolments.course_id')
    .where('assignments.customer_id', customerId)
    .where('enrolments.mail_told_at', toldAt)
    .whereNotNull('enrolments.mail_failed_at')
    .whereNull('enrolments.signed_in_at')
    .whereNull('enrolments.started_at')
    .whereIn('enrolments.state', ['enrolling', 'enrolled'])
    .orderBy('enrolments.assignment_id', 'desc')
    .select('seat_id', 'first_name', 'last_name', 'waiting_team', 'waiting_user')
    .select({ course: 'courses.name', product_id: 'orders.product_id' });
  return rows.map((row) => ({
    seat: seatReference(row.seat_id),
    firstName: row.first_name,
    lastName: row.last_name,
    course: row.course,
    productId: row.product_id,
    waiting: { teamId: row.waiting_team, userId: row.waiting_user },
  }));
}

/** How many people's mail failed after `from`, up to `to`: trainees and supervisors. */
export async function countMailFailed(db: Database, from: Instant | '', to: Instant): Promise<number> {
  const [trainees, staff] = await Promise.all(
    (['enrolments', 'course_staff'] as const).map((table) =>
      db(table).where('mail_failed_at', '>', from).where('mail_failed_at', '<=', to).count({ count: '*' }).first(),
    ),
  );
  return Number(trainees?.count ?? 0) + Number(staff?.count ?? 0);
}
