import type { Person } from '../../src/core/person';
import { parseSeatReference } from '../../src/core/reference';
import type { Database } from '../../src/database/database';
import { type Assignment, assignmentVersion } from '../../src/features/assignments/assignment';
import { type ChangeForm, changeAssignment } from '../../src/features/assignments/change-assignment';
import { getAssignment } from '../../src/features/assignments/detailed-assignments.sql';
import { found } from './found';
import { MORNING } from './people';

/** Opens the form to change the assignment, and saves it with these values at once. */
export async function changesSeat(
  db: Database,
  { id }: Pick<Assignment, 'id'>,
  form: Partial<ChangeForm>,
  by: Person,
  now = MORNING,
): Promise<Assignment> {
  const shown = { assignment: id, version: assignmentVersion(await getAssignment(db, id)) };
  return changeAssignment(db, { ...shown, course: undefined, start: undefined, end: undefined, ...form }, by, now);
}

/** The latest assignment of the seat, ended or not. */
export function lastShown(db: Database, seat: string): Promise<Pick<Assignment, 'id'>> {
  const ofSeat = db('assignments').where({ seat_id: parseSeatReference(seat) ?? 0 });
  return found(ofSeat.orderBy('id', 'desc').first('id'));
}
