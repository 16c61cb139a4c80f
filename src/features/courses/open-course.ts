import type { Course } from '../../core/course';
import { UserError } from '../../core/errors';
import type { Database } from '../../database/database';
import { findCourse } from './courses.sql';

/** A course that somebody can be enrolled in now. */
export async function openCourse(db: Database, shortname: string): Promise<Course> {
  const course = await findCourse(db, shortname);
  if (!course) throw new UserError({ code: 'course.unknown', field: 'course', details: { course: shortname } });
  if (course.open) return course;
  // Which Moodle's people can put right, if they are told.
  const code = course.closedBecause === 'no_enrolment' ? 'course.no_enrolment' : 'course.closed';
  throw new UserError({ code, field: 'course', details: { course: course.name } });
}
