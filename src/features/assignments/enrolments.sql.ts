import type { Identity } from '../../core/identity';
import type { Instant } from '../../core/time';
import type { Aliased, OrNull, Source } from '../../database/columns';
import type { Database } from '../../database/database';
import type { Enrolment, EnrolmentState, FailureReason, ReleaseRefusal } from './enrolment';

/** SQL condition: Moodle has work to do. Must match the partial index word for word. */
export const ENROLMENT_DUE = "enrolments.state in ('assigned', 'enrolling', 'releasing')";

/** The aliases avoid clashes in joins. */
export const ENROLMENT_COLUMNS = {
  enrolment_state: 'enrolments.state',
  enrolment_reason: 'enrolments.reason',
  account_id: 'enrolments.account_id',
  asked_at: 'enrolments.asked_at',
  answered_at: 'enrolments.answered_at',
  enrolled_at: 'enrolments.enrolled_at',
  started_at: 'enrolments.started_at',
  account_made_at: 'enrolments.account_made_at',
  mail_failed_at: 'enrolments.mail_failed_at',
  signed_in_at: 'enrolments.signed_in_at',
  enrolment_revision: 'enrolments.revision',
  asked_revision: 'enrolments.asked_revision',
} as const;

export type EnrolmentColumns = Aliased<OrNull<Source<'enrolments'>>, typeof ENROLMENT_COLUMNS>;

/** Undefined for an assignment made without Moodle. */
export function enrolmentFromRow(row: EnrolmentColumns): Enrolment | undefined {
  if (row.enrolment_state === null) return undefined;
  return {
    state: row.enrolment_state,
    reason: row.enrolment_reason ?? undefined,
    accountId: row.account_id ?? undefined,
    askedAt: row.asked_at ?? undefined,
    answeredAt: row.answered_at ?? undefined,
    enrolledAt: row.enrolled_at ?? undefined,
    startedAt: row.started_at ?? undefined,
    accountMadeAt: row.account_made_at ?? undefined,
    mailFailedAt: row.mail_failed_at ?? undefined,
    signedInAt: row.signed_in_at ?? undefined,
    revision: row.enrolment_revision ?? 0,
    askedRevision: row.asked_revision ?? undefined,
  };
}

/** `waiting` is notified of the result. */
export async function insertEnrolment(
  tx: Database,
  enrolment: { assignmentId: number; courseId: number; waiting: Identity },
): Promise<void> {
  await tx('enrolments').insert({
    assignment_id: enrolment.assignmentId,
    course_id: enrolment.courseId,
    state: 'assigned',
    waiting_team: enrolment.waiting.teamId,
    waiting_user: enrolment.waiting.userId,
  });
}

interface EnrolmentChange {
  state: EnrolmentState;
  reason?: FailureReason | ReleaseRefusal | undefined;
  /** Applies only while this revision is current. */
  revision?: number;
}

/** Conditional update: false when the enrolment is in none of those states, or the revision is outdated. */
export async function moveEnrolment(
  tx: Database,
  assignmentId: number,
  from: readonly EnrolmentState[],
  to: EnrolmentChange,
): Promise<boolean> {
  const query = tx('enrolments')
    .where({ assignment_id: assignmentId })
    .whereIn('state', [...from]);
  if (to.revision !== undefined) query.where({ revision: to.revision });
  return (await query.update({ state: to.state, reason: to.reason ?? null })) === 1;
}

/** The trainee opened the course. True for the first call only. */
export async function markStarted(tx: Database, assignmentId: number, at: Instant): Promise<boolean> {
  const changed = await tx('enrolments')
    .where({ assignment_id: assignmentId })
    .whereNull('started_at')
    .update({ started_at: at });
  return changed === 1;
}

/** Sets the person to notify of the result. */
export async function waitFor(tx: Database, assignmentId: number, { teamId, userId }: Identity): Promise<void> {
  await tx('enrolments').where({ assignment_id: assignmentId }).update({ waiting_team: teamId, waiting_user: userId });
}
