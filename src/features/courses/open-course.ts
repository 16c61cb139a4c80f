import type { Course } from '../../core/course';
import { type RefusalCode, UserError } from '../../core/errors';
import type { Database } from '../../database/database';
import { findCourse, isCourseCalled } from './courses.sql';

/**
 * A course that allows enrolments now. Throws UserError otherwise, and when its short name was another course's while the
 * person chose it: `shown` is the name that they read.
 */
export async function openCourse(db: Database, shortname: string, shown?: string): Promise<Course> {
  const course = await findCourse(db, shortname);
  if (!course) throw new UserError({ code: 'course.unknown', field: 'course', details: { course: shortname } });
  const isAnother = shown !== undefined && shown !== course.name && (await isCourseCalled(db, shown));
  if (isAnother) throw new UserError({ code: 'course.renamed', field: 'course', details: { course: shown } });
  if (course.open) return course;
  throw new UserError({ code: codeOf(course), field: 'course', details: { course: course.name } });
}

/** Administrators of Moodle can fix the first two, once they know of them. */
function codeOf({ closedBecause }: Course): RefusalCode {
  if (closedBecause === 'no_enrolment') return 'course.no_enrolment';
  return closedBecause === 'separate_groups' ? 'course.separate_groups' : 'course.closed';
}
