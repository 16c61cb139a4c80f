import type { Instant } from '../../core/time';
import { chunks } from '../../database/chunks';
import type { Database } from '../../database/database';

// What is noted down of what Moodle was asked and has answered, so that nothing is asked twice.

const UNASKED = { account_id: null, asked_at: null, asked_revision: null, answered_at: null };

/**
 * Notes before the first call that we mean to enrol them with these accounts. Returns those that nobody took back or
 * changed meanwhile: the others are not to be enrolled, or not like that.
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

/** Moodle said that it has enrolled them, with the dates of that revision. */
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

/** They are in the course, with the dates of that revision. Returns those of whom nothing else was wanted meanwhile. */
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
        // To be in the course is an answer, too.
        answered_at: tx.raw('coalesce(answered_at, ?)', [at]),
      },
      ['assignment_id'],
    );
  return rows.map((row) => row.assignment_id);
}

/** They are in the course with dates that are not the last ones. */
export async function markEnrolledBefore(tx: Database, ids: readonly number[], at: Instant): Promise<void> {
  await tx('enrolments')
    .whereIn('assignment_id', [...ids])
    .where({ state: 'enrolling' })
    .update({ enrolled_at: tx.raw('coalesce(enrolled_at, ?)', [at]) });
}

/** Moodle has clearly refused, so that whoever is found in the course afterwards is not there through us. */
export async function takeBackAsking(
  db: Database,
  list: readonly { assignmentId: number; revision: number }[],
): Promise<void> {
  const pairs = list.map(({ assignmentId, revision }) => [assignmentId, revision]);
  for (const some of chunks(pairs)) {
    // The revision that was sent: other dates may be wanted by now.
    const asked = () => db('enrolments').whereIn(['assignment_id', 'asked_revision'], some).whereNull('answered_at');
    await asked()
      .where({ state: 'enrolling' })
      .update({ state: 'assigned', ...UNASKED });
    await asked().where({ state: 'releasing' }).update(UNASKED);
  }
}

/** As if Moodle had never been asked, for another try from the beginning. */
export async function forgetAsking(tx: Database, assignmentId: number): Promise<void> {
  const nothing = { ...UNASKED, enrolled_at: null };
  await tx('enrolments').where({ assignment_id: assignmentId }).update(nothing);
}

/** Other dates are to be sent: no answer so far is one to them. False when the seat is being taken back. */
export async function forgetAnswer(tx: Database, assignmentId: number): Promise<boolean> {
  const changed = await tx('enrolments')
    .where({ assignment_id: assignmentId })
    .whereIn('state', ['assigned', 'enrolling', 'enrolled', 'failed'])
    .update({ answered_at: null, revision: tx.raw('revision + 1') });
  return changed === 1;
}

/** Moodle has not enrolled them, so it can be for another course. True unless Moodle was quicker. */
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
