import type { Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import { announce } from '../../database/changes';
import type { Database } from '../../database/database';
import type { Assignment } from './assignment';
import { getAssignmentFor } from './detailed-assignments.sql';
import { showIn } from './open-views.sql';
import { seatCardOpened } from './seat-changes';
import { assignmentFor } from './seat-for';

/** One seat that is assigned. Moodle is asked how its trainee stands, and the modal follows the answer. */
export async function openSeatCard(db: Database, seat: string, by: Person, now: Now): Promise<Assignment> {
  const assignment = await assignmentFor(db, seat, by, 'list');
  const { id, enrolment, course } = assignment;
  if (!enrolment) return assignment;
  return db.transaction(async (tx) => {
    const at = toInstant(now);
    const mayHaveBegun = enrolment.state === 'enrolled' && !enrolment.startedAt;
    if (mayHaveBegun) await announce(tx, { by, now }, seatCardOpened({ subject: seat }, { courseId: course.id }));
    await showIn(tx, id, by, at);
    return getAssignmentFor(tx, id, by);
  });
}
