import type { Course } from '../../core/course';
import { UserError } from '../../core/errors';
import type { Database } from '../../database/database';
import { findCourse } from './courses.sql';

/** A course that allows enrolments now. Throws UserError otherwise. */
export async function openCourse(db: Database, shortname: string): Promise<Course> {
  const course = await findCourse(db, shortname);
  if (!course) throw new UserError({ code: 'course.unknown', field: 'course', details: { course: shortname } });
  if (course.open) return course;
  // Administrators of Moodle can fix this, once they know of it.
  const code = course.closedBecause === 'no_enrolment' ? 'course.no_enrolment' : 'course.closed';
  throw new UserError({ code, field: 'course', details: { course: course.name } });
}
