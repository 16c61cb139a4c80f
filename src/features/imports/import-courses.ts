import type { Course } from '../../core/course';
import type { Person } from '../../core/person';
import { foldKey } from '../../core/text';
import { toInstant } from '../../core/time';
import type { ChangeEntry } from '../../database/changes';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { courseCreated, courseUpdated } from '../courses/course-changes';
import { findCourses, saveCourses } from '../courses/courses.sql';
import type { CatalogueChange, CatalogueCourse, ImportSettings } from './catalogue';
import { compare } from './catalogue-change';

/** One change per course, in order. */
export async function importCourses(
  tx: Database,
  courses: readonly CatalogueCourse[],
  by: Person,
  { now, apply }: ImportSettings,
): Promise<CatalogueChange[]> {
  const known = await findCourses(
    tx,
    courses.map(({ shortname }) => shortname),
  );
  const changes: CatalogueChange[] = [];
  const saved: Omit<Course, 'id'>[] = [];
  const entries: ChangeEntry[] = [];
  for (const { leftOut = [], ...given } of courses) {
    const before = termsOf(known.get(foldKey(given.shortname)));
    const after = leftOut.includes('open') && before ? { ...given, open: before.open } : given;
    const change = compare('course', given.shortname, before, after);
    changes.push(change);
    if (change.change === 'unchanged') continue;
    saved.push(after);
    const imported = change.change === 'created' ? courseCreated : courseUpdated;
    entries.push(imported({ subject: given.shortname, before, after }, { inBulk: true }));
  }
  if (apply) await saveCourses(tx, saved, toInstant(now));
  if (apply) await record(tx, by, now, ...entries);
  return changes;
}

/** `open` is our own choice; Moodle may still close the course. */
function termsOf(course: Course | undefined): Omit<Course, 'id'> | undefined {
  return course && { shortname: course.shortname, name: course.name, open: !course.hiddenHere };
}
