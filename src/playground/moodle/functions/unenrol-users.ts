import { enterCourse, need, needAccount, needCourse } from '../context';
import { moodleFunction } from '../function';
import { dropEnrolments } from '../membership';
import { int, list, optional, record } from '../parameters';
import { moodleRefusal } from '../refusal';
import { noInstance } from './enrol-users';

const enrolment = record({ userid: int, courseid: int, roleid: optional(int, 0) });

/** All or nothing. Does not remove self enrolments. */
export const unenrolUsers = moodleFunction(record({ enrolments: list(enrolment) }), (site, { enrolments }) => {
  for (const { userid, courseid } of enrolments) {
    const { manual } = enterCourse(site, needCourse(site, courseid).id);
    need(site, 'enrol/manual:unenrol');
    if (manual === 'absent') throw moodleRefusal('wsnoinstance', noInstance(courseid));
    if (needAccount(site, userid).deleted) throw moodleRefusal('userdeleted');
  }
  for (const { userid, courseid } of enrolments)
    dropEnrolments(site.records, { courseId: courseid, accountId: userid }, ['manual']);
  return null;
});
