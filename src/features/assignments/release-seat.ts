import { UserError } from '../../core/errors';
import type { Person } from '../../core/person';
import { parseSeatReference } from '../../core/reference';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { asOfNow } from '../roles/resolve-person';
import type { Assignment } from './assignment';
import { endAssignment } from './assignments.sql';
import { getAssignmentFor } from './detailed-assignments.sql';
import { type Enrolment, isBegun, isGoneThere, isUnasked, startedOn } from './enrolment';
import { moveEnrolment, waitFor } from './enrolments.sql';
import { showIn } from './open-views.sql';
import { seatReleaseAsked, seatReleased } from './seat-changes';
import { assignmentFor, type Shown } from './seat-for';

/**
 * Releases a seat from its trainee. Immediate when Moodle has no enrolment for it; otherwise done when Moodle reports
 * that the trainee was not active and is out of the course. Idempotent.
 */
export async function releaseSeat(db: Database, shown: Shown, asker: Person, now: Now): Promise<Assignment> {
  return db.transaction(async (tx) => {
    const by = await asOfNow(tx, asker, now);
    const assignment = await assignmentFor(tx, shown, by, 'release');
    const { id, enrolment, order } = assignment;
    if (enrolment?.state === 'releasing') return showTo(tx, assignment, by, now);
    const day = enrolment && isBegun(enrolment) && startedOn(enrolment, order.customer.timezone);
    if (day) throw new UserError({ code: 'release.started', details: { day } });
    if (!enrolment && !by.sales) throw new UserError({ code: 'release.sales_only' });
    if (!enrolment || (isNotThere(enrolment) && (await moveEnrolment(tx, id, ['assigned', 'failed'], RELEASED)))) {
      await free(tx, assignment, by, now);
    } else {
      await askToRelease(tx, assignment, by, now);
    }
    return showTo(tx, assignment, by, now);
  });
}

async function showTo(tx: Database, { id, enrolment }: Assignment, by: Person, now: Now): Promise<Assignment> {
  if (enrolment) await showIn(tx, id, by, toInstant(now));
  return getAssignmentFor(tx, id, by);
}

/** An enrolment ended in Moodle is no longer ours, even if it was recreated there. */
function isNotThere(enrolment: Enrolment): boolean {
  return isUnasked(enrolment) || (enrolment.state === 'failed' && isGoneThere(enrolment));
}

const RELEASED = { state: 'released' } as const;

async function free(tx: Database, { id, seat, order, course }: Assignment, by: Person, now: Now): Promise<void> {
  const at = toInstant(now);
  const seatId = parseSeatReference(seat) ?? 0;
  const ended = await endAssignment(tx, { assignmentId: id, seatId }, 'released', at);
  if (!ended) throw new UserError({ code: 'seat.not_assigned' });
  const after = { state: 'unassigned', order: order.reference };
  const facts = { order: order.reference, assignmentId: id, courseId: course.id, enrols: false };
  await record(tx, by, now, seatReleased({ subject: seat, customerId: order.customer.id, after }, facts));
}

async function askToRelease(tx: Database, { id, seat, order, course }: Assignment, by: Person, now: Now) {
  const isOurs = await moveEnrolment(tx, id, ['assigned', 'enrolling', 'enrolled', 'failed'], { state: 'releasing' });
  if (!isOurs) throw new UserError({ code: 'seat.changed' });
  await waitFor(tx, id, by);
  const facts = { order: order.reference, assignmentId: id, courseId: course.id, enrols: true };
  await record(tx, by, now, seatReleaseAsked({ subject: seat, customerId: order.customer.id }, facts));
}
