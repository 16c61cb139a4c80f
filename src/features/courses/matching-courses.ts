import type { Course } from '../../core/course';
import { foldKey } from '../../core/text';
import { allows, type Restriction } from './restriction';

/** The courses, out of all courses, that a seat sold under the restriction allows. */
export function matchingCourses<Named extends Pick<Course, 'shortname'>>(
  patterns: Restriction,
  courses: readonly Named[],
): Named[] {
  const names = new Set(courses.map(({ shortname }) => foldKey(shortname)));
  return courses.filter((course) => allows(patterns, course, (name) => names.has(name)));
}
