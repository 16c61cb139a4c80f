import { foldKey } from '../core/text';
import type { Database } from '../database/database';
import { allCourses } from '../features/courses/courses.sql';
import type { MoodleSite } from '../playground/moodle/moodle-site';

/** Courses added or imported in the app appear in the local Moodle, which has no page to create them. */
export function mirrorCourses(db: Database, site: MoodleSite): void {
  site.faults.beforeCall('core_course_get_courses_by_field', async () => {
    const known = new Set(site.courses.map(({ shortname }) => foldKey(shortname)));
    for (const { shortname, name, moodleId } of await allCourses(db)) {
      const isNew = moodleId === undefined && !known.has(foldKey(shortname));
      if (isNew) site.addCourse({ shortname, fullname: name });
    }
  });
}
