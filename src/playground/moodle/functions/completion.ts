import { can, enterCourse, need, needAccount, needCourse } from '../context';
import { moodleFunction } from '../function';
import { int, record } from '../parameters';
import { moodleRefusal } from '../refusal';

const params = record({ courseid: int, userid: int });

/** Courses here have no activities to complete. */
export const activitiesCompletion = moodleFunction(params, (site, { courseid, userid }) => {
  enterCourse(site, needCourse(site, courseid).id);
  needAccount(site, userid);
  need(site, 'report/progress:view');
  return { statuses: [], warnings: [] };
});

export const courseCompletion = moodleFunction(params, (site, { courseid, userid }) => {
  const { completion } = enterCourse(site, needCourse(site, courseid).id);
  needAccount(site, userid);
  if (!can(site, 'report/completion:view')) throw moodleRefusal('cannotviewreport', 'You cannot view this report');
  if (!site.isEnrolled(userid, courseid)) throw moodleRefusal('usernotenroled', 'User is not enrolled in this course');
  if (completion === 'none') throw moodleRefusal('nocriteriaset', 'No completion criteria set for this course');
  return { completionstatus: { completed: false, aggregation: 1, completions: [selfCompletion] }, warnings: [] };
});

const selfCompletion = {
  type: 1,
  title: 'Self completion',
  status: 'No',
  complete: false,
  timecompleted: null,
  details: {
    type: 'Self completion',
    criteria: 'Self completion',
    requirement: 'Marking yourself complete',
    status: '',
  },
};
