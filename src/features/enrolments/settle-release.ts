import { SYSTEM } from '../../core/person';
import { orderReference } from '../../core/reference';
import { instantOf, type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { enqueue } from '../../outbox/outbox';
import { endAssignment } from '../assignments/assignments.sql';
import { activeSince, type KeptReason } from '../assignments/enrolment';
import { markStarted, moveEnrolment } from '../assignments/enrolments.sql';
import type { CourseEnrolment } from './due-enrolments.sql';
import { aboutSeat, showChanged } from './settle-enrolments';

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
    await record(tx, one.waiting, now, { action: 'seat.released', ...aboutSeat(one), after });
    await enqueue(tx, { kind: 'order.changed', subject: orderReference(one.orderId) }, at);
    await showChanged(tx, [one], at);
    if (remains) await tellEnded(tx, one, 'remains', at);
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
    await record(tx, SYSTEM, now, { action: 'seat.kept', ...aboutSeat(one), reason });
    await showChanged(tx, [one], at);
    await tellEnded(tx, one, reason, at);
  });
}

/** Only where it did not end as they wanted; each wish is answered once. */
async function tellEnded(tx: Database, one: CourseEnrolment, how: KeptReason | 'remains', at: string): Promise<void> {
  const subject = `${one.assignmentId}:${how}`;
  await enqueue(tx, { kind: 'release.ended', subject, to: one.waiting }, at);
}
