import type { Course } from '../../core/course';
import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import type { Database } from '../../database/database';
import { searchOpenCourses } from './courses.sql';

/** Open courses for people who define products; the first hundred. */
export async function findOpenCourses(db: Database, search: string, by: Person): Promise<Course[]> {
  demand(by, 'products');
  return searchOpenCourses(db, search);
}
