import { foldKey } from '../../core/text';
import type { Database } from '../../database/database';
import { allCourses } from '../../features/courses/courses.sql';
import type { MoodleSite } from './moodle-site';

/** Whoever adds a course in the app, or imports one, finds it here: there is no page on which to make it in this Moodle. */
export function mirrorCourses(db: Database, site: MoodleSite): void {
  site.faults.beforeCall('core_course_get_courses_by_field', async () => {
    const known = new Set(site.courses.map(({ shortname }) => foldKey(shortname)));
    for (const { shortname, name, moodleId } of await allCourses(db)) {
      const isNew = moodleId === undefined && !known.has(foldKey(shortname));
      if (isNew) site.addCourse({ shortname, fullname: name });
    }
  });
}
