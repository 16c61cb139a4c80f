import { can, enterCourseOrSay, need, needCourse } from '../context';
import { moodleFunction } from '../function';
import { enrolmentsAt, isActive } from '../membership';
import type { MoodleSite } from '../moodle-site';
import { int, list, record, text } from '../parameters';
import { participantFields, participantShape } from '../participant-shapes';
import { showsPerson } from '../person-shapes';
import { type Account, type Course, type Group, SERVICE_ACCOUNT } from '../records';
import { codingRefusal, invalidParameter } from '../refusal';

const params = record({
  courseid: int,
  options: (value) => (value === undefined ? [] : list(record({ name: text, value: text }))(value)),
});

type Options = ReturnType<typeof params>['options'];

/** Includes expired and suspended enrolments, without marking them. */
export const enrolledUsers = moodleFunction(params, (site, { courseid, options }) => {
  const selection = readOptions(options);
  const course = enterCourseOrSay(site, needCourse(site, courseid).id);
  checkRights(site, selection);
  const people = selection.limit(participantsIn(site, course, selection)).filter((one) => showsPerson(site, one));
  return people.map((account) => participantShape(site, course, account, selection.fields));
});

type Selection = ReturnType<typeof readOptions>;

function readOptions(options: Options) {
  const optionOf = (name: string) => options.find((option) => option.name === name)?.value;
  const fields = optionOf('userfields')
    ?.split(',')
    .map((field) => field.trim());
  const unknown = fields?.filter((field) => !participantFields.includes(field)) ?? [];
  if (unknown.length > 0) throw invalidParameter(`Invalid user fields: ${unknown}`);
  const [from, number] = [int(optionOf('limitfrom') ?? '0'), int(optionOf('limitnumber') ?? '0')];
  return {
    fields,
    groupId: int(optionOf('groupid') ?? '0'),
    onlyActive: optionOf('onlyactive') === '1',
    onlySuspended: optionOf('onlysuspended') === '1',
    limit: <T>(all: T[]) => all.slice(from, number > 0 ? from + number : undefined),
  };
}

function checkRights(site: MoodleSite, { groupId, onlyActive, onlySuspended }: Selection): void {
  need(site, 'moodle/course:viewparticipants');
  if (groupId > 0 && !isOurs(site, groupId)) need(site, 'moodle/site:accessallgroups');
  if (onlyActive || onlySuspended) need(site, 'moodle/course:enrolreview');
  if (onlyActive && onlySuspended)
    throw codingRefusal('Both onlyactive and onlysuspended are set, this is probably not what you want!');
}

function isOurs({ records }: MoodleSite, groupId: number): boolean {
  return records.groups.some(({ id, members }) => id === groupId && members.includes(SERVICE_ACCOUNT));
}

function participantsIn(
  site: MoodleSite,
  course: Course,
  { groupId, onlyActive, onlySuspended }: Selection,
): Account[] {
  const members = groupsShown(site, course, groupId)?.flatMap((group) => group.members);
  const present = new Set(
    site.records.enrolments.filter((one) => one.courseId === course.id).map((one) => one.accountId),
  );
  return site.records.accounts
    .filter(({ id, deleted }) => !deleted && present.has(id))
    .filter(({ id }) => members === undefined || members.includes(id))
    .filter(({ id }) => !onlyActive || isActiveIn(site, course, id))
    .filter(({ id }) => !onlySuspended || !isActiveIn(site, course, id))
    .sort((one, other) => one.id - other.id);
}

/** Undefined means all. With separate groups, an account without a group sees no one. */
function groupsShown(site: MoodleSite, course: Course, groupId: number): Group[] | undefined {
  const groups = site.groupsIn(course.id);
  if (groupId > 0) return groups.filter(({ id }) => id === groupId);
  if (course.groupMode !== 'separate' || can(site, 'moodle/site:accessallgroups')) return undefined;
  return groups.filter(({ id }) => isOurs(site, id));
}

function isActiveIn(site: MoodleSite, course: Course, accountId: number): boolean {
  const enrolments = enrolmentsAt(site.records, { courseId: course.id, accountId });
  return enrolments.some((enrolment) => isActive(enrolment, course, site.now));
}
