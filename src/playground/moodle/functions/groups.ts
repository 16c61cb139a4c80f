import { enterCourse, enterCourseOrSay, need, needAccount } from '../context';
import { moodleFunction } from '../function';
import { groupShape } from '../group-shapes';
import type { MoodleSite } from '../moodle-site';
import { int, list, optional, record } from '../parameters';
import type { Group } from '../records';
import { missingRecord } from '../refusal';

export function needGroup(site: MoodleSite, groupId: number): Group {
  const found = site.records.groups.find(({ id }) => id === groupId);
  if (!found) throw missingRecord('groups');
  return found;
}

/** Enters a course to read or change its groups. */
export function manageGroups(site: MoodleSite, courseId: number): void {
  enterCourseOrSay(site, courseId);
  need(site, 'moodle/course:managegroups');
}

export const courseGroups = moodleFunction(record({ courseid: int }), (site, { courseid }) => {
  manageGroups(site, courseid);
  return site.groupsIn(courseid).map(groupShape);
});

export const groupMembers = moodleFunction(record({ groupids: list(int) }), (site, { groupids }) =>
  groupids.map((groupId) => {
    const { id, courseId, members } = needGroup(site, groupId);
    manageGroups(site, courseId);
    return { groupid: id, userids: [...members] };
  }),
);

export const courseUserGroups = moodleFunction(
  record({ courseid: int, userid: int, groupingid: optional(int, 0) }),
  (site, { courseid, userid }) => {
    enterCourse(site, courseid);
    need(site, 'moodle/course:managegroups');
    const { id: accountId } = needAccount(site, userid);
    const groups = site.groupsIn(courseid).filter(({ members }) => members.includes(accountId));
    const shapes = groups.map(({ id, name, description, idnumber }) => ({
      id,
      name,
      description,
      descriptionformat: 0,
      idnumber,
      courseid,
    }));
    return { groups: shapes, warnings: [] };
  },
);

export const deleteGroups = moodleFunction(record({ groupids: list(int) }), (site, { groupids }) => {
  for (const groupId of groupids) manageGroups(site, needGroup(site, groupId).courseId);
  site.records.groups = site.records.groups.filter(({ id }) => !groupids.includes(id));
  return null;
});
