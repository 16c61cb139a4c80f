import type { Identity } from '../../core/identity';
import type { Database } from '../../database/database';
import type { CourseStaffRow } from '../../database/tables';

/** A coordinator who is to be in a course with a role of their own. */
export interface StaffMember {
  id: number;
  courseId: number;
  person: Identity;
  role: string;
}

export type StaffState = CourseStaffRow['state'];

/** Whoever is in already, or waits to be, is left as they are. True when Moodle has something to do. */
export async function wantStaff(
  tx: Database,
  { courseId, person, role }: Pick<StaffMember, 'courseId' | 'person' | 'role'>,
): Promise<boolean> {
  const wanted = await tx('course_staff')
    .insert({ course_id: courseId, team_id: person.teamId, user_id: person.userId, role, state: 'waiting' })
    .onConflict(['course_id', 'team_id', 'user_id'])
    .merge({ state: 'waiting', role })
    .whereIn('course_staff.state', ['no_email', 'failed'])
    .returning('id');
  return wanted.length > 0;
}

export async function dueStaff(db: Database, courseId: number, most: number): Promise<StaffMember[]> {
  const rows = await db('course_staff')
    .where({ course_id: courseId })
    .whereRaw("state = 'waiting'")
    .orderBy('id')
    .limit(most);
  return rows.map((row) => ({
    id: row.id,
    courseId: row.course_id,
    person: { teamId: row.team_id, userId: row.user_id },
    role: row.role,
  }));
}

export async function settleStaff(db: Database, id: number, state: StaffState): Promise<void> {
  await db('course_staff').where({ id, state: 'waiting' }).update({ state });
}
