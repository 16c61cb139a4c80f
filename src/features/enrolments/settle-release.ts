import { SYSTEM } from '../../core/person';
import { orderReference } from '../../core/reference';
import { instantOf, type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { enqueue } from '../../outbox/outbox';
import { endAssignment } from '../assignments/assignments.sql';
import { activeSince, type ReleaseRefusal } from '../assignments/enrolment';
import { markStarted, moveEnrolment } from '../assignments/enrolments.sql';
import { releaseRefused, seatReleased } from '../assignments/seat-changes';
import type { CourseEnrolment } from './due-enrolments.sql';
import { releaseEnded } from './enrolment.messages';
import { aboutSeat, factsOf } from './seat-facts';

/** Frees the seat. `remains`: the trainee is still in the course, through another enrolment. */
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

/** Refuses the release: the trainee was active, or the site hides access times. */
export async function refuseRelease(
  db: Database,
  one: CourseEnrolment,
  reason: ReleaseRefusal,
  lastAccess: number | undefined,
  now: Now,
): Promise<void> {
  const at = toInstant(now);
  await db.transaction(async (tx) => {
    // At the time of the release request, new dates or the group may have been pending. `enrolling` resumes them.
    const isSettled = one.answeredAt !== undefined && one.enrolledAt !== undefined;
    const state = isSettled ? 'enrolled' : 'enrolling';
    if (!(await moveEnrolment(tx, one.assignmentId, ['releasing'], { state, reason }))) return;
    const active = activeSince(lastAccess ?? 0, one.period, one.timezone);
    if (active !== undefined) await markStarted(tx, one.assignmentId, instantOf(active));
    await record(tx, SYSTEM, now, releaseRefused({ ...aboutSeat(one), reason }, factsOf(one)));
    await notifyEnded(tx, one, reason, at);
  });
}

/** Call when a release did not end as asked: at most once per request. */
async function notifyEnded(
  tx: Database,
  one: CourseEnrolment,
  how: ReleaseRefusal | 'remains',
  at: string,
): Promise<void> {
  const subject = `${one.assignmentId}:${how}`;
  await enqueue(tx, { message: releaseEnded, subject, to: one.waiting }, at);
}
