import { connectAccounts } from './accounts';
import type { Moodle, MoodleSite } from './client';
import { connectEnrolments } from './enrolments';
import { COURSE, COURSES, type CourseAnswer, SITE } from './functions';
import { connectGroups } from './groups';
import { FRONT_PAGE, type MoodleCourse } from './moodle';
import { baseAddress, type Call, type MoodleConnection, openTransport } from './transport';

export function connectMoodle(connection: MoodleConnection): Moodle {
  const call = openTransport(connection);
  const base = baseAddress(connection.url);
  return {
    courseAddress: (courseId) => `${base}/course/view.php?id=${courseId}`,
    passwordAddress: `${base}/login/forgot_password.php`,
    site: () => readSite(call),
    async courses() {
      const { courses } = await call(COURSES);
      return courses.filter(({ id }) => id !== FRONT_PAGE).map(fromAnswer);
    },
    async course(id) {
      const { courses } = await call(COURSE, { field: 'id', value: id });
      return courses.map(fromAnswer).at(0);
    },
    ...connectAccounts(call),
    ...connectEnrolments(call),
    ...connectGroups(call),
  };
}

async function readSite(call: Call): Promise<MoodleSite> {
  const { sitename, release, username, userid, userissiteadmin, functions } = await call(SITE);
  return {
    name: sitename,
    release,
    username,
    accountId: userid,
    isAdministrator: userissiteadmin,
    functions: functions.map(({ name }) => name),
  };
}

const SEPARATE_GROUPS = 1;

function fromAnswer({ id, shortname, fullname, visible, enrollmentmethods, groupmode }: CourseAnswer): MoodleCourse {
  const enrolsManually = enrollmentmethods.includes('manual');
  return { id, shortname, name: fullname, visible, enrolsManually, separatesGroups: groupmode === SEPARATE_GROUPS };
}
