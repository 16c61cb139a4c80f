import { can, enterCourse, need, needAccount } from '../context';
import { moodleFunction } from '../function';
import { putEnrolment } from '../membership';
import type { MoodleSite } from '../moodle-site';
import { flag, int, list, optional, record } from '../parameters';
import { GUEST } from '../records';
import { moodleRefusal } from '../refusal';

const newEnrolment = record({
  roleid: int,
  userid: int,
  courseid: int,
  timestart: optional(int, 0),
  timeend: optional(int, 0),
  suspend: optional(flag, false),
});

type NewEnrolment = ReturnType<typeof newEnrolment>;

/** All or nothing; but when the welcome mail fails, the enrolments stay. */
export const enrolUsers = moodleFunction(record({ enrolments: list(newEnrolment) }), (site, { enrolments }) => {
  if (site.settings.condition === 'upgrade_pending')
    throw moodleRefusal('upgraderunning', 'Site is being upgraded, please retry later.');
  for (const enrolment of enrolments) check(site, enrolment);
  for (const enrolment of enrolments) enrol(site, enrolment);
  for (const enrolment of enrolments) welcome(site, enrolment);
  return null;
});

/** Checks in Moodle's order. */
function check(site: MoodleSite, { roleid, userid, courseid }: NewEnrolment): void {
  const { manual } = enterCourse(site, courseid);
  need(site, 'enrol/manual:enrol');
  const { deleted } = needAccount(site, userid);
  if (deleted) throw moodleRefusal('userdeleted');
  if (userid === GUEST) throw moodleRefusal('guestsarenotallowed', 'The guest user is not allowed to do this');
  if (!canAssign(site, roleid)) throw moodleRefusal('wsusercannotassign', cannotAssign(roleid, userid, courseid));
  if (manual !== 'enabled') throw moodleRefusal('wsnoinstance', noInstance(courseid));
}

export function canAssign(site: MoodleSite, roleId: number): boolean {
  const { roles, assignableRoles, isAdministrator } = site.settings;
  const isThere = roles.some(({ id }) => id === roleId);
  return isThere && can(site, 'moodle/role:assign') && (isAdministrator || assignableRoles.has(roleId));
}

function cannotAssign(roleId: number, userId: number, courseId: number): string {
  return `You don't have the permission to assign this role (${roleId}) to this user (${userId}) in this course (${courseId}).`;
}

export function noInstance(courseId: number): string {
  return `Manual enrolment plugin instance doesn't exist or is disabled for the course (id = ${courseId})`;
}

/** Missing dates clear the earlier ones. */
function enrol({ records }: MoodleSite, { roleid, userid, courseid, timestart, timeend, suspend }: NewEnrolment): void {
  const place = { courseId: courseid, accountId: userid };
  putEnrolment(records, { ...place, method: 'manual', start: timestart, end: timeend, suspended: suspend }, roleid);
}

/** Sent at every call, even when the person was enrolled before. */
function welcome(site: MoodleSite, { userid, courseid }: NewEnrolment): void {
  const { teacher, shortname } = site.course(courseid);
  if (teacher === undefined) return;
  if (!site.settings.canMail) throw moodleRefusal('Message was not sent.');
  site.mail({ kind: 'welcome', to: site.account(userid).email, course: shortname });
}
