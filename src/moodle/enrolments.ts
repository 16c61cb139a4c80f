import { limit } from './batch';
import { MAX_ENROLMENTS, type Moodle } from './client';
import { ENROL, PARTICIPANTS, UNASSIGN_ROLES, UNENROL } from './functions';
import type { NewEnrolment } from './moodle';
import { MoodleFailure } from './moodle-failure';
import type { Call } from './transport';

/** Fewer fields make the answer much smaller. */
const FIELDS = { name: 'userfields', value: 'id,lastaccess,lastcourseaccess,roles' };

export function connectEnrolments(
  call: Call,
): Pick<Moodle, 'enrol' | 'unenrol' | 'unassignRole' | 'participants' | 'seesAllGroups'> {
  return {
    async enrol(enrolments, mayBegin) {
      limit(enrolments, MAX_ENROLMENTS);
      if (enrolments.length > 0) await call(ENROL, { enrolments: enrolments.map(toMoodle) }, mayBegin);
    },
    async unenrol(courseId, accountIds) {
      limit(accountIds, MAX_ENROLMENTS);
      const enrolments = accountIds.map((userid) => ({ userid, courseid: courseId }));
      if (enrolments.length > 0) await call(UNENROL, { enrolments });
    },
    async unassignRole(courseId, accountId, roleId) {
      const one = { roleid: roleId, userid: accountId, contextlevel: 'course', instanceid: courseId };
      await call(UNASSIGN_ROLES, { unassignments: [one] });
    },
    async participants(courseId) {
      const people = await call(PARTICIPANTS, { courseid: courseId, options: [FIELDS] });
      return people.map(({ id, lastaccess, lastcourseaccess, roles }) => ({
        accountId: id,
        lastAccess: lastcourseaccess,
        lastSignIn: lastaccess,
        roleIds: roles.map(({ roleid }) => roleid),
      }));
    },
    seesAllGroups: (courseId, groupId) => seesAllGroups(call, courseId, groupId),
  };
}

/** Listing a group without being in it requires the right to see all groups. */
async function seesAllGroups(call: Call, courseId: number, groupId: number): Promise<boolean> {
  const options = [
    { name: 'groupid', value: groupId },
    { name: 'limitfrom', value: 0 },
    { name: 'limitnumber', value: 1 },
    { name: 'userfields', value: 'id' },
  ];
  try {
    await call(PARTICIPANTS, { courseid: courseId, options });
    return true;
  } catch (error) {
    if (error instanceof MoodleFailure && error.code === 'moodle.permission') return false;
    throw error;
  }
}

function toMoodle({ courseId, accountId, roleId, start, end }: NewEnrolment) {
  return { roleid: roleId, userid: accountId, courseid: courseId, timestart: start, timeend: end };
}
