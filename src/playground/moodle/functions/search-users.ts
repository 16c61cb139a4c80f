import { enterCourseOrSay, need, needCourse } from '../context';
import { moodleFunction } from '../function';
import { like } from '../like';
import { flag, int, record, text } from '../parameters';
import { participantShape } from '../participant-shapes';
import { fullName } from '../person-shapes';

const params = record({ courseid: int, search: text, searchanywhere: flag, page: int, perpage: int });

const fields = ['id', 'fullname', 'email', 'profileimageurlsmall', 'profileimageurl'];

export const searchUsers = moodleFunction(params, (site, { courseid, search, searchanywhere, page, perpage }) => {
  const course = enterCourseOrSay(site, needCourse(site, courseid).id);
  need(site, 'moodle/course:viewparticipants');
  const isLike = like(`${searchanywhere ? '%' : ''}${search}%`);
  return site.records.accounts
    .filter(({ id, deleted }) => !deleted && site.isEnrolled(id, course.id))
    .filter((account) => [fullName(account), account.email].some((value) => isLike(value)))
    .slice(page * perpage, (page + 1) * perpage)
    .map((account) => participantShape(site, course, account, fields));
});
