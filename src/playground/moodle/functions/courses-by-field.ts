import { fullCourse, isSeen } from '../course-shapes';
import { moodleFunction } from '../function';
import type { MoodleSite } from '../moodle-site';
import { optional, record, text } from '../parameters';
import type { Course } from '../records';
import { invalidParameter, MoodleRefusal } from '../refusal';

export const coursesByField = moodleFunction(
  record({ field: optional(text, ''), value: optional(text, '') }),
  (site, { field, value }) => {
    const found = coursesWith(site, field, value).filter((course) => isSeen(site, course));
    return { courses: found.map((course) => fullCourse(site, course)), warnings: [] };
  },
);

function coursesWith(site: MoodleSite, field: string, value: string): readonly Course[] {
  const { courses } = site;
  switch (field) {
    case '':
      return courses;
    case 'id':
      return courses.filter(({ id }) => String(id) === value);
    case 'ids':
      return value.split(',').map((id) => knownCourse(courses, id));
    case 'shortname':
      return courses.filter(({ shortname }) => shortname === value);
    case 'idnumber':
      return courses.filter(({ idnumber }) => idnumber === value);
    case 'category':
      return value === '2' ? courses.slice(1) : [];
    default:
      throw invalidParameter('Invalid field name');
  }
}

/** As in Moodle, one unknown id fails the whole call, without an error code. */
function knownCourse(courses: readonly Course[], id: string): Course {
  const found = courses.find((course) => String(course.id) === id);
  if (!found) throw new MoodleRefusal('Error', undefined, 'Attempt to assign property "contextvalidated" on null');
  return found;
}
