import type { NewEnrolment } from '../../domain/moodle';
import { limit } from './batch';
import { ENROL, PARTICIPANTS, UNENROL } from './functions';
import { MOST_ENROLMENTS, type Moodle } from './moodle';
import type { Call } from './transport';

/** Few fields make the answer much smaller. */
const FIELDS = { name: 'userfields', value: 'id,lastcourseaccess,roles' };

export function connectEnrolments(call: Call): Pick<Moodle, 'enrol' | 'unenrol' | 'participants'> {
  return {
    async enrol(enrolments) {
      limit(enrolments, MOST_ENROLMENTS);
      if (enrolments.length > 0) await call(ENROL, { enrolments: enrolments.map(toMoodle) });
    },
    async unenrol(courseId, accountIds) {
      limit(accountIds, MOST_ENROLMENTS);
      const enrolments = accountIds.map((userid) => ({ userid, courseid: courseId }));
      if (enrolments.length > 0) await call(UNENROL, { enrolments });
    },
    async participants(courseId) {
      const people = await call(PARTICIPANTS, { courseid: courseId, options: [FIELDS] });
      return people.map(({ id, lastcourseaccess, roles }) => ({
        accountId: id,
        lastAccess: lastcourseaccess,
        roleIds: roles.map(({ roleid }) => roleid),
      }));
    },
  };
}

function toMoodle({ courseId, accountId, roleId, start, end }: NewEnrolment) {
  return { roleid: roleId, userid: accountId, courseid: courseId, timestart: start, timeend: end };
}
