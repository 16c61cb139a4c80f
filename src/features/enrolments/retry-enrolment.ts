import { UserError } from '../../core/errors';
import type { Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import type { Assignment } from '../assignments/assignment';
import { getAssignmentFor } from '../assignments/detailed-assignments.sql';
import { isGoneThere } from '../assignments/enrolment';
import { forgetAsking } from '../assignments/enrolment-marks.sql';
import { moveEnrolment, waitFor } from '../assignments/enrolments.sql';
import { showIn } from '../assignments/open-views.sql';
import { seatEnrolmentRetried } from '../assignments/seat-changes';
import { assignmentFor, type Shown } from '../assignments/seat-for';
import { asOfNow } from '../roles/resolve-person';

/** Retries a failed enrolment. A trainee removed from the course in Moodle is enrolled again. */
export async function retryEnrolment(db: Database, shown: Shown, asker: Person, now: Now): Promise<Assignment> {
  return db.transaction(async (tx) => {
    const by = await asOfNow(tx, asker, now);
    const { id, seat, enrolment, order, course } = await assignmentFor(tx, shown, by, 'assign');
    const at = toInstant(now);
    if (!enrolment) throw new UserError({ code: 'enrolment.not_failed' });
    const state = enrolment.askedAt && !isGoneThere(enrolment) ? 'enrolling' : 'assigned';
    // False after a concurrent retry, which did the same work.
    if (await moveEnrolment(tx, id, ['failed'], { state })) {
      if (isGoneThere(enrolment)) await forgetAsking(tx, id);
      await waitFor(tx, id, by);
      const before = { reason: enrolment.reason };
      const facts = { order: order.reference, assignmentId: id, courseId: course.id, enrols: true };
      await record(tx, by, now, seatEnrolmentRetried({ subject: seat, customerId: order.customer.id, before }, facts));
    }
    await showIn(tx, id, by, at);
    return getAssignmentFor(tx, id, by);
  });
}
