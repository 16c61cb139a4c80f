import type { Identity } from '../../core/identity';
import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';
import type { CourseStaffRow } from '../../database/tables';

/** A coordinator to enrol in a course, with a role of their own. */
export interface StaffMember {
  id: number;
  courseId: number;
  person: Identity;
  role: string;
  kind: CourseStaffRow['kind'];
  state: StaffState;
  /** The account that we enrol or have enrolled; undefined for a person who was in the course before. */
  accountId: number | undefined;
}

export type StaffState = CourseStaffRow['state'];

/** Leaves enrolled and waiting staff unchanged. True when Moodle has work to do. */
export async function wantStaff(
  tx: Database,
  { courseId, person, role, kind }: Pick<StaffMember, 'courseId' | 'person' | 'role' | 'kind'>,
): Promise<boolean> {
  const wanted = await tx('course_staff')
    .insert({
      course_id: courseId,
      team_id: person.teamId,
      user_id: person.userId,
      role,
      state: 'waiting',
      kind,
      account_id: null,
    })
    .onConflict(['course_id', 'team_id', 'user_id'])
    .merge({ state: 'waiting', role })
    .whereIn('course_staff.state', ['no_email', 'failed'])
    .returning('id');
  return wanted.length > 0;
}

export async function dueStaff(db: Database, courseId: number, most: number): Promise<StaffMember[]> {
  const due = db('course_staff').where({ course_id: courseId }).whereRaw("state = 'waiting'");
  return (await due.orderBy('id').limit(most)).map(fromRow);
}

export async function supervisorsIn(db: Database, courseId: number): Promise<StaffMember[]> {
  return (await db('course_staff').where({ course_id: courseId, kind: 'supervisor' }).orderBy('id')).map(fromRow);
}

/** Call before the request: from now on, the account is in the course through us. */
export async function markStaffAsked(db: Database, id: number, accountId: number): Promise<void> {
  await db('course_staff').where({ id, state: 'waiting' }).update({ account_id: accountId });
}

export async function settleStaff(
  db: Database,
  id: number,
  state: StaffState,
  /** When Moodle said that it could not send its mail. */
  mailFailedAt: Instant | null = null,
): Promise<void> {
  const account = state === 'in' ? {} : { account_id: null };
  await db('course_staff')
    .where({ id, state: 'waiting' })
    .update({ state, mail_failed_at: mailFailedAt, ...account });
}

/** The account was taken out with the enrolment of a trainee, so a supervisor has to enter again. */
export async function reenterStaff(db: Database, courseId: number, accountIds: readonly number[]): Promise<void> {
  const taken = await db('course_staff')
    .where({ course_id: courseId, state: 'in' })
    .whereIn('account_id', [...accountIds])
    .update({ state: 'waiting' }, ['id']);
  const ids = taken.map(({ id }) => id);
  await db('staff_groups').whereIn('staff_id', ids).delete();
}

export async function forgetStaff(db: Database, id: number): Promise<void> {
  await db('course_staff').where({ id }).delete();
}

export async function staffGroups(db: Database, id: number): Promise<number[]> {
  return db('staff_groups').where({ staff_id: id }).orderBy('order_id').pluck('order_id');
}

export async function saveStaffGroup(db: Database, id: number, orderId: number): Promise<void> {
  await db('staff_groups').insert({ staff_id: id, order_id: orderId }).onConflict().ignore();
}

export async function forgetStaffGroup(db: Database, id: number, orderId: number): Promise<void> {
  await db('staff_groups').where({ staff_id: id, order_id: orderId }).delete();
}

function fromRow(row: CourseStaffRow): StaffMember {
  return {
    id: row.id,
    courseId: row.course_id,
    person: { teamId: row.team_id, userId: row.user_id },
    role: row.role,
    kind: row.kind,
    state: row.state,
    accountId: row.account_id ?? undefined,
  };
}
