import type { Course } from '../../core/course';
import { type RefusalCode, UserError } from '../../core/errors';
import type { Database } from '../../database/database';
import { findCourse } from './courses.sql';

/** A course that allows enrolments now. Throws UserError otherwise. */
export async function openCourse(db: Database, shortname: string): Promise<Course> {
  const course = await findCourse(db, shortname);
  if (!course) throw new UserError({ code: 'course.unknown', field: 'course', details: { course: shortname } });
  if (course.open) return course;
  throw new UserError({ code: codeOf(course), field: 'course', details: { course: course.name } });
}

/** Administrators of Moodle can fix the first two, once they know of them. */
function codeOf({ closedBecause }: Course): RefusalCode {
  if (closedBecause === 'no_enrolment') return 'course.no_enrolment';
  return closedBecause === 'separate_groups' ? 'course.separate_groups' : 'course.closed';
}
