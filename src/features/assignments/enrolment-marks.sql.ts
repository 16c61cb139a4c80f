import type { Instant } from '../../core/time';
import { chunks } from '../../database/chunks';
import type { Database } from '../../database/database';

// Records the requests to Moodle and its answers, so that no request repeats.

/** Enrolling anew mails anew. */
const MAIL_FORGOTTEN = { mail_failed_at: null, mail_told_at: null, signed_in_at: null };
const UNASKED = { account_id: null, asked_at: null, asked_revision: null, answered_at: null };

/**
 * Call before the first request: records that we enrol these accounts. Returns the ids to enrol. It leaves out seats
 * that were released or changed meanwhile.
 */
export async function markAsked(
  tx: Database,
  accounts: readonly { assignmentId: number; accountId: number; revision: number }[],
  at: Instant,
): Promise<number[]> {
  const marked: number[] = [];
  for (const some of chunks(accounts, 100)) {
    const pairs = some.map(({ assignmentId, revision }) => [assignmentId, revision]);
    const each = some.map(() => 'when ? then ?').join(' ');
    const values = some.flatMap(({ assignmentId, accountId }) => [assignmentId, accountId]);
    const rows = await tx('enrolments')
      .whereIn(['assignment_id', 'revision'], pairs)
      .whereIn('state', ['assigned', 'enrolling'])
      .update(
        {
          state: 'enrolling',
          account_id: tx.raw(`cast(case assignment_id ${each} end as integer)`, values),
          asked_at: tx.raw('coalesce(asked_at, ?)', [at]),
          asked_revision: tx.raw('coalesce(asked_revision, revision)'),
        },
        ['assignment_id'],
      );
    marked.push(...rows.map((row) => row.assignment_id));
  }
  return marked;
}

/** Moodle confirmed the enrolments, with the dates of that revision. */
export async function markAnswered(
  db: Database,
  list: readonly { assignmentId: number; revision: number }[],
  at: Instant,
): Promise<void> {
  const pairs = list.map(({ assignmentId, revision }) => [assignmentId, revision]);
  for (const some of chunks(pairs)) {
    await db('enrolments').whereIn(['assignment_id', 'revision'], some).update({ answered_at: at });
  }
}

/** The trainees are in the course with the dates of that revision. Returns the ids without a newer change. */
export async function markEnrolled(
  tx: Database,
  list: readonly { assignmentId: number; revision: number }[],
  at: Instant,
): Promise<number[]> {
  const pairs = list.map(({ assignmentId, revision }) => [assignmentId, revision]);
  const rows = await tx('enrolments')
    .whereIn(['assignment_id', 'revision'], pairs)
    .where({ state: 'enrolling' })
    .update(
      {
        state: 'enrolled',
        reason: null,
        enrolled_at: tx.raw('coalesce(enrolled_at, ?)', [at]),
        // Presence in the course counts as an answer.
        answered_at: tx.raw('coalesce(answered_at, ?)', [at]),
      },
      ['assignment_id'],
    );
  return rows.map((row) => row.assignment_id);
}

/** The trainees are in the course, but with outdated dates. */
export async function markEnrolledBefore(tx: Database, ids: readonly number[], at: Instant): Promise<void> {
  await tx('enrolments')
    .whereIn('assignment_id', [...ids])
    .where({ state: 'enrolling' })
    .update({ enrolled_at: tx.raw('coalesce(enrolled_at, ?)', [at]) });
}

/** Moodle refused for certain, so an enrolment found there later is not ours. */
export async function takeBackAsking(
  db: Database,
  list: readonly { assignmentId: number; revision: number }[],
): Promise<void> {
  const pairs = list.map(({ assignmentId, revision }) => [assignmentId, revision]);
  for (const some of chunks(pairs)) {
    // Matches the revision that was sent: newer dates may be due by now.
    const asked = () => db('enrolments').whereIn(['assignment_id', 'asked_revision'], some).whereNull('answered_at');
    await asked()
      .where({ state: 'enrolling' })
      .update({ state: 'assigned', ...UNASKED });
    await asked().where({ state: 'releasing' }).update(UNASKED);
  }
}

/** Resets the enrolment to unasked, for a retry from the start. */
export async function forgetAsking(tx: Database, assignmentId: number): Promise<void> {
  const nothing = { ...UNASKED, enrolled_at: null, ...MAIL_FORGOTTEN };
  await tx('enrolments').where({ assignment_id: assignmentId }).update(nothing);
}

/** New dates are due, so earlier answers no longer count. False when the seat is being released. */
export async function forgetAnswer(tx: Database, assignmentId: number): Promise<boolean> {
  const changed = await tx('enrolments')
    .where({ assignment_id: assignmentId })
    .whereIn('state', ['assigned', 'enrolling', 'enrolled', 'failed'])
    .update({ answered_at: null, revision: tx.raw('revision + 1') });
  return changed === 1;
}

/** Moves an enrolment that Moodle has not made. False when Moodle was faster. */
export async function moveToCourse(tx: Database, assignmentId: number, courseId: number): Promise<boolean> {
  const changed = await tx('enrolments')
    .where({ assignment_id: assignmentId, enrolled_at: null })
    .where((free) => free.where({ state: 'failed' }).orWhere({ state: 'assigned', asked_at: null }))
    .update({
      course_id: courseId,
      ...UNASKED,
      revision: tx.raw('revision + 1'),
    });
  return changed === 1;
}
