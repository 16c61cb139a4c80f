import { isGoneThere } from '../domain/enrolment';
import { UserError } from '../domain/errors';
import type { Person } from '../domain/person';
import type { Assignment } from '../domain/seat';
import { type Now, toInstant } from '../domain/time';
import type { Database } from '../storage/database';
import { getAssignmentFor } from '../storage/detailed-assignments';
import { showIn } from '../storage/displays';
import { forgetAsking } from '../storage/enrolment-marks';
import { moveEnrolment, waitFor } from '../storage/enrolments';
import { record } from '../storage/ledger';
import { queueCourse } from './follow-course';
import { queueHomes } from './follow-homes';
import { assignmentFor } from './seat-for';
import { asOfNow } from './who-is';

/** Has Moodle asked again for what failed. Who was taken out of the course there is enrolled anew. */
export async function retryEnrolment(db: Database, seat: string, asker: Person, now: Now): Promise<Assignment> {
  return db.transaction(async (tx) => {
    const by = await asOfNow(tx, asker, now);
    const { id, enrolment, order, course } = await assignmentFor(tx, seat, by, 'assign');
    const at = toInstant(now);
    if (!enrolment) throw new UserError({ code: 'enrolment.not_failed' });
    const state = enrolment.askedAt && !isGoneThere(enrolment) ? 'enrolling' : 'assigned';
    // Somebody else was quicker: what they began is what this person wanted.
    if (await moveEnrolment(tx, id, ['failed'], { state })) {
      if (isGoneThere(enrolment)) await forgetAsking(tx, id);
      await waitFor(tx, id, by);
      const before = { reason: enrolment.reason };
      const about = { subject: seat, customerId: order.customer.id, before };
      await record(tx, by, now, { action: 'seat.enrolment_retried', ...about });
      await queueCourse(tx, course.id, at);
      await queueHomes(tx, order.customer.id, at);
    }
    await showIn(tx, id, by, at);
    return getAssignmentFor(tx, id, by);
  });
}
