import { enterCourseOrSay, need } from '../context';
import { moodleFunction } from '../function';
import { groupShape } from '../group-shapes';
import type { MoodleSite } from '../moodle-site';
import { int, list, optional, record, text } from '../parameters';
import { invalidParameter, moodleRefusal, writeRefused } from '../refusal';

const MAX_NAME_LENGTH = 254;

const newGroup = record({
  courseid: int,
  name: text,
  description: text,
  descriptionformat: optional(int, 1),
  enrolmentkey: optional(text, ''),
  idnumber: optional(text, ''),
});

type NewGroup = ReturnType<typeof newGroup>;

/** All or nothing. */
export const createGroups = moodleFunction(record({ groups: list(newGroup) }), (site, { groups }) => {
  for (const [index, group] of groups.entries()) check(site, group, groups.slice(0, index));
  return groups.map(({ courseid, name, idnumber, description }) => {
    const group = site.addGroup({ courseId: courseid, name: name.trim(), idnumber, description });
    return { ...groupShape(group), descriptionformat: 1, enrolmentkey: '' };
  });
});

/** Group names are case-sensitive. */
function check(site: MoodleSite, { courseid, name, idnumber }: NewGroup, before: readonly NewGroup[]): void {
  if (name.trim() === '') throw invalidParameter('Invalid group name');
  enterCourseOrSay(site, courseid);
  need(site, 'moodle/course:managegroups');
  const present = [...site.groupsIn(courseid), ...before.filter((one) => one.courseid === courseid)];
  if (present.some((one) => one.name === name.trim()))
    throw invalidParameter('Group with the same name already exists');
  if (idnumber !== '' && present.some((one) => one.idnumber === idnumber))
    throw moodleRefusal('idnumbertaken', 'This ID number is already in use');
  if (name.length > MAX_NAME_LENGTH) throw writeRefused();
}
