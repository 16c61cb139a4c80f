import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { DEMONSTRATION_FILE } from '../source-files';
import type { MoodleSite } from './moodle-site';
import type { Course } from './records';

const file = z.object({
  courses: z.array(z.object({ shortname: z.string(), name: z.string() })),
});

const TEACHER = 'Tessa Turner';

/** Courses without manual enrolment, or not visible yet. */
const odd: Pick<Course, 'shortname' | 'fullname' | 'visible' | 'manual'>[] = [
  { shortname: 'NEWS', fullname: 'News of the company', visible: true, manual: 'absent' },
  { shortname: 'DRAFT-1', fullname: 'A course in preparation', visible: false, manual: 'enabled' },
];

let demonstrated: Pick<Course, 'shortname' | 'fullname' | 'visible'>[] | undefined;

/** Adds the missing courses of the demonstration. Those not open yet are closed only in our own list. */
export function furnishMoodle(site: MoodleSite): void {
  for (const course of [...demonstrationCourses(), ...odd]) {
    const isThere = site.courses.some(({ shortname }) => shortname === course.shortname);
    if (!isThere) site.addCourse({ ...course, teacher: TEACHER });
  }
}

function demonstrationCourses(): Pick<Course, 'shortname' | 'fullname' | 'visible'>[] {
  demonstrated ??= file
    .parse(parse(readFileSync(DEMONSTRATION_FILE, 'utf8')))
    .courses.map(({ shortname, name }) => ({ shortname, fullname: name, visible: true }));
  return demonstrated;
}
