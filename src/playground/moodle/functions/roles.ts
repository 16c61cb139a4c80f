import { enterCourse, need } from '../context';
import { contextIdOf } from '../course-shapes';
import { moodleFunction } from '../function';
import { dropRole, putRole } from '../membership';
import type { MoodleSite } from '../moodle-site';
import { int, list, optional, record, text } from '../parameters';
import { codingRefusal, invalidParameter } from '../refusal';
import { canAssign } from './enrol-users';

const assignment = record({
  roleid: int,
  userid: int,
  contextid: optional(int, undefined),
  contextlevel: optional(text, undefined),
  instanceid: optional(int, undefined),
});

type Assignment = ReturnType<typeof assignment>;

/** Assigns roles in courses, without enrolling. */
export const assignRoles = moodleFunction(record({ assignments: list(assignment) }), (site, { assignments }) => {
  const places = assignments.map((one) => check(site, one));
  for (const { userid } of assignments) {
    const account = site.records.accounts.find(({ id }) => id === userid);
    if (!account || account.deleted) throw codingRefusal('User ID does not exist or is deleted!');
  }
  for (const { roleId, ...place } of places) putRole(site.records, place, roleId);
  return null;
});

export const unassignRoles = moodleFunction(record({ unassignments: list(assignment) }), (site, { unassignments }) => {
  const places = unassignments.map((one) => check(site, one));
  for (const { roleId, ...place } of places) dropRole(site.records, place, roleId);
  return null;
});

function check(site: MoodleSite, asked: Assignment): { courseId: number; accountId: number; roleId: number } {
  const { id } = enterCourse(site, courseIdOf(site, asked));
  need(site, 'moodle/role:assign');
  if (!canAssign(site, asked.roleid)) throw invalidParameter(`Can not assign roleid=${asked.roleid}`);
  return { courseId: id, accountId: asked.userid, roleId: asked.roleid };
}

function courseIdOf(site: MoodleSite, { contextid, contextlevel, instanceid }: Assignment): number {
  if (contextlevel === 'course' && instanceid !== undefined) return instanceid;
  const course = site.courses.find(({ id }) => contextIdOf(id) === contextid);
  if (!course)
    throw invalidParameter('Missing parameters, please provide either context level with instance id or contextid');
  return course.id;
}
