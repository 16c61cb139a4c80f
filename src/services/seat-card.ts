import type { Person } from '../domain/person';
import type { Assignment } from '../domain/seat';
import { type Now, toInstant } from '../domain/time';
import type { Database } from '../storage/database';
import { getAssignmentFor } from '../storage/detailed-assignments';
import { showIn } from '../storage/displays';
import { queueCourse } from './follow-course';
import { assignmentFor } from './seat-for';

/** One seat that is assigned. Moodle is asked how its trainee stands, and the modal follows the answer. */
export async function openSeatCard(db: Database, seat: string, by: Person, now: Now): Promise<Assignment> {
  const assignment = await assignmentFor(db, seat, by, 'list');
  const { id, enrolment, course } = assignment;
  if (!enrolment) return assignment;
  return db.transaction(async (tx) => {
    const at = toInstant(now);
    if (enrolment.state === 'enrolled' && !enrolment.startedAt) await queueCourse(tx, course.id, at);
    await showIn(tx, id, by, at);
    return getAssignmentFor(tx, id, by);
  });
}
