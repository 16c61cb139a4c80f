import { can, canEnter } from '../context';
import { courseImage } from '../course-shapes';
import { moodleFunction } from '../function';
import { visitAt } from '../membership';
import type { MoodleSite } from '../moodle-site';
import { flag, int, optional, record } from '../parameters';
import { activeCourses } from '../participant-shapes';
import { showsPerson } from '../person-shapes';
import type { Course } from '../records';

const params = record({ userid: int, returnusercount: optional(flag, true) });

/** Silently leaves out courses that the service account cannot see. */
export const usersCourses = moodleFunction(params, (site, { userid, returnusercount }) => {
  const account = site.records.accounts.find(({ id }) => id === userid);
  if (!account || !showsPerson(site, account) || !can(site, 'moodle/course:viewparticipants')) return [];
  const courses = activeCourses(site, userid).filter(({ id }) => canEnter(site, id));
  return courses.map((course) => shapeOf(site, course, userid, returnusercount));
});

function shapeOf(site: MoodleSite, course: Course, accountId: number, isCounted: boolean): object {
  const { id, shortname, fullname, idnumber, summary } = course;
  const people = new Set(site.enrolmentsIn(id).map((one) => one.accountId));
  return {
    id,
    shortname,
    fullname,
    displayname: fullname,
    ...(isCounted ? { enrolledusercount: people.size } : {}),
    idnumber,
    visible: 1,
    summary,
    summaryformat: 1,
    format: 'topics',
    courseimage: courseImage(course),
    showgrades: true,
    lang: '',
    enablecompletion: true,
    completionhascriteria: course.completion !== 'none',
    completionusertracked: false,
    category: 2,
    progress: null,
    completed: null,
    startdate: 1767571200,
    enddate: 0,
    marker: 0,
    lastaccess: visitAt(site.records, { courseId: id, accountId }) || null,
    isfavourite: false,
    hidden: false,
    overviewfiles: [],
    showactivitydates: false,
    showcompletionconditions: true,
    timemodified: 1795446769,
  };
}
