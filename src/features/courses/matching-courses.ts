import type { Course } from '../../core/course';
import { allows, type Restriction } from '../../core/restriction';
import { foldKey } from '../../core/text';

/** The courses, of all there are, that a seat sold under the restriction is good for. */
export function matchingCourses<Named extends Pick<Course, 'shortname'>>(
  patterns: Restriction,
  courses: readonly Named[],
): Named[] {
  const names = new Set(courses.map(({ shortname }) => foldKey(shortname)));
  return courses.filter((course) => allows(patterns, course, (name) => names.has(name)));
}
