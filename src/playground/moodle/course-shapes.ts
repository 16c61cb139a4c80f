import { can, canEnter } from './context';
import type { MoodleSite } from './moodle-site';
import { type Course, FRONT_PAGE } from './records';
import { siteAddress } from './settings';

export function courseImage({ id }: Course): string {
  return `${siteAddress}/pluginfile.php?file=%2F${contextIdOf(id)}%2Fcourse%2Fgenerated%2Fcourse.svg`;
}

/** The context id of a course: roles are assigned in contexts. */
export function contextIdOf(courseId: number): number {
  return courseId === FRONT_PAGE ? 2 : courseId + 13;
}

export function isSeen(site: MoodleSite, { visible }: Course): boolean {
  return visible || can(site, 'moodle/course:viewhiddencourses');
}

/** The course's public fields. */
export function briefCourse(course: Course): object {
  const { id, fullname, shortname, summary, manual, self, teacher } = course;
  return {
    id,
    fullname,
    displayname: fullname,
    shortname,
    courseimage: courseImage(course),
    categoryid: id === FRONT_PAGE ? 0 : 2,
    categoryname: id === FRONT_PAGE ? '' : 'Courses',
    sortorder: sortOrder(course),
    summary,
    summaryformat: 1,
    summaryfiles: [],
    overviewfiles: [],
    showactivitydates: false,
    showcompletionconditions: true,
    contacts: teacher === undefined ? [] : [{ id: 2, fullname: teacher }],
    enrollmentmethods: [...(manual === 'enabled' ? ['manual'] : []), ...(self ? ['self'] : [])],
  };
}

/** Only callers who can enter the course see whether it is visible. */
export function fullCourse(site: MoodleSite, course: Course): object {
  if (!canEnter(site, course.id)) return briefCourse(course);
  return {
    ...briefCourse(course),
    format: 'topics',
    showgrades: 1,
    newsitems: 1,
    startdate: 1767571200,
    enddate: 0,
    maxbytes: 0,
    showreports: 0,
    visible: course.visible ? 1 : 0,
    groupmode: { none: 0, separate: 1, visible: 2 }[course.groupMode],
    groupmodeforce: 0,
    defaultgroupingid: 0,
    enablecompletion: 1,
    completionnotify: 0,
    lang: '',
    theme: '',
    marker: 0,
    filters: [{ filter: 'urltolink', localstate: 0, inheritedstate: 1 }],
    courseformatoptions: [{ name: 'hiddensections', value: 1 }],
  };
}

/** Newest first. */
export function bySortOrder(one: Course, other: Course): number {
  return sortOrder(one) - sortOrder(other);
}

function sortOrder({ id }: Course): number {
  return id === FRONT_PAGE ? 1 : 29_999 - id;
}
