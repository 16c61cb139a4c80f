import { can } from './context';
import { bySortOrder } from './course-shapes';
import { enrolmentsAt, isActive, roleIdsAt, visitAt } from './membership';
import type { MoodleSite } from './moodle-site';
import { fullName, pictures, showsEmail } from './person-shapes';
import type { Account, Course } from './records';

export const participantFields: readonly string[] = [
  'id',
  'username',
  'firstname',
  'lastname',
  'fullname',
  'email',
  'firstaccess',
  'lastaccess',
  'lastcourseaccess',
  'profileimageurlsmall',
  'profileimageurl',
  'groups',
  'roles',
  'enrolledcourses',
];

/** Leaves out hidden and empty fields. A request for some fields also returns id and name. */
export function participantShape(
  site: MoodleSite,
  course: Course,
  account: Account,
  fields: readonly string[] = participantFields,
): object {
  const asked = new Set(['id', 'fullname', ...fields]);
  const selected = Object.entries(shapeOf(site, course, account)).filter(([key]) => asked.has(key));
  return Object.fromEntries(selected.map(([key, read]) => [key, read()]).filter(([, value]) => value !== undefined));
}

/** Each field is computed only on request: some are slow with many people in many courses. */
function shapeOf(site: MoodleSite, course: Course, account: Account): Record<string, () => unknown> {
  const { id, username, firstname, lastname, email, lastaccess } = account;
  const place = { courseId: course.id, accountId: id };
  const hidesAccess =
    site.settings.hiddenUserFields.has('lastaccess') && !can(site, 'moodle/course:viewhiddenuserfields');
  return {
    id: () => id,
    username: () => (can(site, 'moodle/user:viewalldetails') ? username : undefined),
    firstname: () => firstname,
    lastname: () => lastname,
    fullname: () => fullName(account),
    email: () => (showsEmail(site, account) ? email : undefined),
    firstaccess: () => (hidesAccess ? undefined : 0),
    lastaccess: () => (hidesAccess ? undefined : lastaccess),
    lastcourseaccess: () => (hidesAccess ? undefined : visitAt(site.records, place)),
    profileimageurlsmall: () => pictures.profileimageurlsmall,
    profileimageurl: () => pictures.profileimageurl,
    groups: () => groupsOf(site, course, id),
    roles: () => roleIdsAt(site.records, place).map((roleId) => roleShape(site, roleId)),
    enrolledcourses: () => coursesOf(site, id),
  };
}

function groupsOf(site: MoodleSite, course: Course, accountId: number): object[] | undefined {
  const groups = site.groupsIn(course.id).filter(({ members }) => members.includes(accountId));
  if (groups.length === 0) return undefined;
  return groups.map(({ id, name, description }) => ({ id, name, description, descriptionformat: 0 }));
}

function roleShape({ settings }: MoodleSite, roleId: number): object {
  const role = settings.roles.find(({ id }) => id === roleId);
  return { roleid: roleId, name: role?.name ?? '', shortname: role?.shortname ?? '', sortorder: 0 };
}

function coursesOf(site: MoodleSite, accountId: number): object[] | undefined {
  const active = activeCourses(site, accountId);
  if (active.length === 0) return undefined;
  return active.map(({ id, fullname, shortname }) => ({ id, fullname, shortname }));
}

/** The visible courses in which the account's enrolment is active, newest first. */
export function activeCourses(site: MoodleSite, accountId: number): Course[] {
  const { records, now } = site;
  return site.courses
    .filter(({ visible }) => visible)
    .filter((course) =>
      enrolmentsAt(records, { courseId: course.id, accountId }).some((one) => isActive(one, course, now)),
    )
    .sort(bySortOrder);
}
