import { enterCourse, needCourse } from '../context';
import { moodleFunction } from '../function';
import { int, record } from '../parameters';

/** Only those by which people enrol themselves: the manual one is never told. */
export const enrolmentMethods = moodleFunction(record({ courseid: int }), (site, { courseid }) => {
  const { id } = needCourse(site, courseid);
  const { self } = enterCourse(site, id);
  return self ? [{ id: 1000 + id, courseid: id, type: 'self', name: 'Self enrolment (Student)', status: true }] : [];
});
