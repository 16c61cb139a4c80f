import { SYSTEM } from '../../core/person';
import { orderReference } from '../../core/reference';
import { instantOf, type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { enqueue } from '../../outbox/outbox';
import { endAssignment } from '../assignments/assignments.sql';
import { activeSince, type KeptReason } from '../assignments/enrolment';
import { markStarted, moveEnrolment } from '../assignments/enrolments.sql';
import { seatKept, seatReleased } from '../assignments/seat-changes';
import type { CourseEnrolment } from './due-enrolments.sql';
import { releaseEnded } from './enrolment.messages';
import { aboutSeat, factsOf } from './settle-enrolments';

/** The seat is free again. `remains`: the trainee is still in the course, by an enrolment that is not ours. */
export async function endRelease(
  db: Database,
  one: CourseEnrolment,
  { remains }: { remains: boolean },
  now: Now,
): Promise<void> {
  const at = toInstant(now);
  await db.transaction(async (tx) => {
    if (!(await moveEnrolment(tx, one.assignmentId, ['releasing'], { state: 'released' }))) return;
    await endAssignment(tx, one, 'released', at);
    const after = { state: 'unassigned', order: orderReference(one.orderId), remains };
    await record(tx, one.waiting, now, seatReleased({ ...aboutSeat(one), after }, factsOf(one)));
    if (remains) await notifyEnded(tx, one, 'remains', at);
  });
}

/** The trainee has been active, or the site hides whether they were: nothing is taken back. */
export async function keepSeat(
  db: Database,
  one: CourseEnrolment,
  reason: KeptReason,
  lastAccess: number | undefined,
  now: Now,
): Promise<void> {
  const at = toInstant(now);
  await db.transaction(async (tx) => {
    // When it was to be taken back, other dates may not have been sent yet, or the group not joined.
    const isSettled = one.answeredAt !== undefined && one.enrolledAt !== undefined;
    const state = isSettled ? 'enrolled' : 'enrolling';
    if (!(await moveEnrolment(tx, one.assignmentId, ['releasing'], { state, reason }))) return;
    const active = activeSince(lastAccess ?? 0, one.period, one.timezone);
    if (active !== undefined) await markStarted(tx, one.assignmentId, instantOf(active));
    await record(tx, SYSTEM, now, seatKept({ ...aboutSeat(one), reason }, factsOf(one)));
    await notifyEnded(tx, one, reason, at);
  });
}

/** Only where it did not end as they wanted; each wish is answered once. */
async function notifyEnded(tx: Database, one: CourseEnrolment, how: KeptReason | 'remains', at: string): Promise<void> {
  const subject = `${one.assignmentId}:${how}`;
  await enqueue(tx, { message: releaseEnded, subject, to: one.waiting }, at);
}
