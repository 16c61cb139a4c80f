import { SYSTEM } from '../../core/person';
import { type Instant, type Now, toInstant } from '../../core/time';
import { chunks } from '../../database/chunks';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { enqueue } from '../../outbox/outbox';
import { endAssignment } from '../assignments/assignments.sql';
import { concernsCoordinator, concernsSales, type FailureReason } from '../assignments/enrolment';
import { markEnrolled, markEnrolledBefore } from '../assignments/enrolment-marks.sql';
import { markStarted, moveEnrolment } from '../assignments/enrolments.sql';
import { seatEnrolled, seatEnrolmentFailed, seatGivenBack, seatStarted } from '../assignments/seat-changes';
import type { CourseEnrolment } from './due-enrolments.sql';
import { enrolmentsFailed, seatWasGivenBack } from './enrolment.messages';
import { noteLostMail } from './lost-mail/note-mail';
import { aboutSeat, factsOf } from './seat-facts';

/** Batch size: a concurrent assignment waits for a transaction of at most this many rows. */
const BATCH_SIZE = 100;

// Store Moodle's results. Each function skips enrolments that have changed meanwhile.

/** Call after Moodle's own list has shown the enrolments. */
export async function settleEnrolled(db: Database, list: readonly CourseEnrolment[], now: Now): Promise<void> {
  for (const some of chunks(list, BATCH_SIZE)) await settleSome(db, some, now);
}

async function settleSome(db: Database, list: readonly CourseEnrolment[], now: Now): Promise<void> {
  const at = toInstant(now);
  await db.transaction(async (tx) => {
    const ids = await markEnrolled(tx, list, at);
    const settled = list.filter(({ assignmentId }) => ids.includes(assignmentId));
    const others = list.filter((one) => !settled.includes(one));
    // Newer dates are due; their sync is already queued.
    const later = others.map(({ assignmentId }) => assignmentId);
    if (later.length > 0) await markEnrolledBefore(tx, later, at);
    const entries = settled.map((one) => seatEnrolled({ ...aboutSeat(one), after: one.period }, factsOf(one)));
    await record(tx, SYSTEM, now, ...entries);
    await noteLostMail(tx, settled, now);
  });
}

/** Marks the enrolments as failed and notifies the people who can fix them. */
export async function failEnrolments(
  db: Database,
  list: readonly CourseEnrolment[],
  reason: FailureReason,
  now: Now,
): Promise<void> {
  await failEach(
    db,
    list.map((one) => ({ one, reason })),
    now,
  );
}

export interface Failing {
  one: CourseEnrolment;
  reason: FailureReason;
}

/** Like `failEnrolments`, with a reason each. Failures of one call share one message. */
export async function failEach(db: Database, list: readonly Failing[], now: Now): Promise<void> {
  for (const some of chunks(list, BATCH_SIZE)) await failSome(db, some, now);
}

async function failSome(db: Database, list: readonly Failing[], now: Now): Promise<void> {
  const at = toInstant(now);
  await db.transaction(async (tx) => {
    const failed: Failing[] = [];
    for (const { one, reason } of list) {
      const from = ['assigned', 'enrolling', 'enrolled'] as const;
      const { assignmentId, revision } = one;
      // An enrolment changed meanwhile has a sync of its own.
      if (await moveEnrolment(tx, assignmentId, from, { state: 'failed', reason, revision }))
        failed.push({ one, reason });
    }
    const entries = failed.map(({ one, reason }) => seatEnrolmentFailed({ ...aboutSeat(one), reason }, factsOf(one)));
    await record(tx, SYSTEM, now, ...entries);
    for (const { one, reason } of failed) await notifyFailed(tx, one, reason, at);
  });
}

/** The trainee was in the course before us. Frees the seat and touches nothing in Moodle. */
export async function giveBack(db: Database, list: readonly CourseEnrolment[], now: Now): Promise<void> {
  const at = toInstant(now);
  for (const one of list) {
    await db.transaction(async (tx) => {
      const released = { state: 'released', revision: one.revision } as const;
      if (!(await moveEnrolment(tx, one.assignmentId, ['assigned', 'enrolling'], released))) return;
      await endAssignment(tx, one, 'already_enrolled', at);
      await record(tx, SYSTEM, now, seatGivenBack({ ...aboutSeat(one), reason: 'already_enrolled' }, factsOf(one)));
      const subject = String(one.assignmentId);
      const dedupeKey = `enrolment.given_back:${subject}`;
      await enqueue(tx, { message: seatWasGivenBack, subject, to: one.waiting, dedupeKey }, at);
    });
  }
}

export interface Started {
  one: CourseEnrolment;
  startedAt: Instant;
}

/** Records that the trainees have started; once each. */
export async function noteStarted(db: Database, list: readonly Started[], now: Now): Promise<void> {
  for (const some of chunks(list, BATCH_SIZE)) {
    await db.transaction(async (tx) => {
      const noted: Started[] = [];
      for (const started of some) {
        if (await markStarted(tx, started.one.assignmentId, started.startedAt)) noted.push(started);
      }
      const entries = noted.map(({ one, startedAt }) =>
        seatStarted({ ...aboutSeat(one), after: { startedAt } }, factsOf(one)),
      );
      await record(tx, SYSTEM, now, ...entries);
    });
  }
}

/** Coalesced: one pending message per reader for any number of failures. */
async function notifyFailed(tx: Database, one: CourseEnrolment, reason: FailureReason, at: Instant): Promise<void> {
  const subject = String(one.trainee.customerId);
  if (concernsCoordinator(reason)) await enqueue(tx, { message: enrolmentsFailed, subject, to: one.waiting }, at);
  if (concernsSales(reason)) await enqueue(tx, { message: enrolmentsFailed, subject }, at);
}
