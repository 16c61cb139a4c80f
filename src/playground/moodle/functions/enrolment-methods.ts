import { enterCourse, needCourse } from '../context';
import { moodleFunction } from '../function';
import { int, record } from '../parameters';

/** Lists only self enrolment. As in Moodle, manual enrolment is never listed. */
export const enrolmentMethods = moodleFunction(record({ courseid: int }), (site, { courseid }) => {
  const { id } = needCourse(site, courseid);
  const { self } = enterCourse(site, id);
  return self ? [{ id: 1000 + id, courseid: id, type: 'self', name: 'Self enrolment (Student)', status: true }] : [];
});
