import type { Person } from '../../../core/person';
import { type Now, toInstant } from '../../../core/time';
import type { Database } from '../../../database/database';
import { record } from '../../../database/ledger';
import type { Assignment } from '../../assignments/assignment';
import { getAssignmentFor } from '../../assignments/detailed-assignments.sql';
import { mayLack } from '../../assignments/missing-mail';
import { showIn } from '../../assignments/open-views.sql';
import { seatSignedIn } from '../../assignments/seat-changes';
import { assignmentFor, type Shown } from '../../assignments/seat-for';
import { asOfNow } from '../../roles/resolve-person';
import { markSignedIn } from './lost-mail.sql';

/**
 * A person knows that the trainee can sign in to Moodle, which a site that hides access times does not show. Idempotent.
 */
export async function confirmSignIn(db: Database, shown: Shown, asker: Person, now: Now): Promise<Assignment> {
  return db.transaction(async (tx) => {
    const by = await asOfNow(tx, asker, now);
    const { id, seat, enrolment, order, course } = await assignmentFor(tx, shown, by, 'assign');
    const at = toInstant(now);
    if (enrolment && mayLack(enrolment) && (await markSignedIn(tx, id, at))) {
      const facts = { order: order.reference, assignmentId: id, courseId: course.id, enrols: true };
      await record(tx, by, now, seatSignedIn({ subject: seat, customerId: order.customer.id }, facts));
    }
    await showIn(tx, id, by, at);
    return getAssignmentFor(tx, id, by);
  });
}
