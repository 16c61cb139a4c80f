import { isSame } from '../../core/identity';
import type { Participant } from '../../moodle/moodle';
import { askForStaff } from '../assignments/ask-for-staff';
import {
  forgetStaff,
  forgetStaffGroup,
  type StaffMember,
  saveStaffGroup,
  staffGroups,
  supervisorsIn,
} from '../assignments/course-staff.sql';
import { type CourseRun, requireTime } from './course-run';
import { type CourseEnrolment, enrolledIn } from './due-enrolments.sql';
import { enrolStaff } from './enrol-staff';
import { joinGroups, leaveGroup } from './order-groups';
import { readParticipants } from './participants';
import { type Supervisor, supervisorsWanted } from './supervisors.sql';

/**
 * Supervisors enter with their first enrolled trainee, join the groups of their orders, and leave with the last. Only
 * what we did is undone, and one who is more than a supervisor there stays.
 */
export async function convergeStaff(work: CourseRun): Promise<void> {
  const { db, courseId } = work;
  const wanted = await supervisorsWanted(db, courseId);
  const present = await supervisorsIn(db, courseId);
  await takeOut(
    work,
    present.filter((member) => !find(wanted, member)?.roles.includes(member.role)),
  );
  for (const { person, roles } of wanted) {
    const [first] = roles;
    const role = present.find((member) => isSame(member.person, person) && roles.includes(member.role))?.role ?? first;
    if (role !== undefined) await askForStaff(db, courseId, [person], { role, kind: 'supervisor' });
  }
  await enrolStaff(work);
  await moveBetweenGroups(work, wanted);
}

async function takeOut(work: CourseRun, leaving: readonly StaffMember[]): Promise<void> {
  if (leaving.length === 0) return;
  const inside = await readParticipants(work);
  const trainees = await enrolledIn(work.db, work.courseId);
  for (const member of leaving) {
    const participant = inside.get(member.accountId ?? 0);
    if (participant) await leave(work, member, participant, trainees);
    await forgetStaff(work.db, member.id);
  }
}

async function leave(
  work: CourseRun,
  member: StaffMember,
  { accountId, roleIds }: Participant,
  trainees: readonly CourseEnrolment[],
): Promise<void> {
  const { moodle, moodleId } = work;
  const roleId = work.roles.get(member.role);
  const seats = trainees.filter((one) => one.accountId === accountId);
  requireTime(work, 'core_role_unassign_roles');
  // Unenrolling takes every role and group.
  if (seats.length === 0 && roleIds.every((id) => id === roleId)) return moodle.unenrol(moodleId, [accountId]);
  if (roleId !== undefined && roleIds.length > 1) await moodle.unassignRole(moodleId, accountId, roleId);
  for (const orderId of await staffGroups(work.db, member.id)) {
    if (!seats.some((one) => one.orderId === orderId)) await leaveGroup(work, { orderId, accountId });
  }
}

/** Where a course separates groups, people see only those with whom they share one. */
async function moveBetweenGroups(work: CourseRun, wanted: readonly Supervisor[]): Promise<void> {
  const { db, courseId } = work;
  for (const member of await supervisorsIn(db, courseId)) {
    const { accountId, state } = member;
    if (state !== 'in' || accountId === undefined) continue;
    const joined = await staffGroups(db, member.id);
    const orderIds = find(wanted, member)?.orderIds ?? [];
    for (const orderId of orderIds.filter((id) => !joined.includes(id))) {
      await joinGroups(work, [{ orderId, accountId }]);
      await saveStaffGroup(db, member.id, orderId);
    }
    for (const orderId of joined.filter((id) => !orderIds.includes(id))) {
      await leaveGroup(work, { orderId, accountId });
      await forgetStaffGroup(db, member.id, orderId);
    }
  }
}

function find(wanted: readonly Supervisor[], { person }: StaffMember): Supervisor | undefined {
  return wanted.find((one) => isSame(one.person, person));
}
