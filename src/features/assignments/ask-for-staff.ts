import type { Identity } from '../../core/identity';
import type { Database } from '../../database/database';
import { type StaffMember, wantStaff } from './course-staff.sql';

/** Requests staff enrolments in the course. True when Moodle has work to do. */
export async function askForStaff(
  tx: Database,
  courseId: number,
  people: readonly Identity[],
  { role, kind }: Pick<StaffMember, 'role' | 'kind'>,
): Promise<boolean> {
  let isWanted = false;
  for (const person of people) isWanted = (await wantStaff(tx, { courseId, person, role, kind })) || isWanted;
  return isWanted;
}
