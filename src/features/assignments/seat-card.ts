import type { Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import { announce } from '../../database/changes';
import type { Database } from '../../database/database';
import type { Assignment } from './assignment';
import { getAssignmentFor } from './detailed-assignments.sql';
import { showIn } from './open-views.sql';
import { seatCardOpened } from './seat-changes';
import { assignmentFor, assignmentOfSeat } from './seat-for';

/** Opens the card of whoever has the seat now. */
export async function openSeatCard(db: Database, seat: string, by: Person, now: Now): Promise<Assignment> {
  return openCard(db, await assignmentOfSeat(db, seat, by), by, now);
}

/** Opens that assignment only. Throws UserError when its seat has been given again. */
export async function openAssignment(db: Database, id: number, by: Person, now: Now): Promise<Assignment> {
  return openCard(db, await assignmentFor(db, { id }, by, 'list'), by, now);
}

/** If the trainee may have started, Moodle is asked, and the modal updates with the answer. */
async function openCard(db: Database, assignment: Assignment, by: Person, now: Now): Promise<Assignment> {
  const { id, seat, enrolment, course } = assignment;
  if (!enrolment) return assignment;
  return db.transaction(async (tx) => {
    const at = toInstant(now);
    const mayHaveBegun = enrolment.state === 'enrolled' && !enrolment.startedAt;
    if (mayHaveBegun) await announce(tx, { by, now }, seatCardOpened({ subject: seat }, { courseId: course.id }));
    await showIn(tx, id, by, at);
    return getAssignmentFor(tx, id, by);
  });
}
