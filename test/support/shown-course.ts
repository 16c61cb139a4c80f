import type { Database } from '../../src/database/database';
import { findCourse } from '../../src/features/courses/courses.sql';
import { ofShownCourse, type ShownCourse, shownCourse } from '../../src/features/courses/shown-course';
import { found } from './found';

/** The course as a list would show it now. */
export async function courseShown(db: Database, shortname: string): Promise<ShownCourse> {
  return shownCourse(await found(findCourse(db, shortname)));
}

/** The value of its buttons in that list. */
export async function courseButton(db: Database, shortname: string): Promise<string> {
  return ofShownCourse(await found(findCourse(db, shortname)));
}
