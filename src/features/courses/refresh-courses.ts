import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import { type Instant, type Now, toInstant } from '../../core/time';
import { on } from '../../database/changes';
import type { Database } from '../../database/database';
import { newModalName } from '../../outbox/modal-names';
import { enqueue } from '../../outbox/outbox';
import { courseCreated } from './course-changes';
import { syncCourseList } from './course-list.messages';

/** A course that was added by hand is one that Moodle is asked for at once. */
export const askForNewCourse = on([courseCreated], async (tx, entries, { now }) => {
  if (entries.some(({ facts }) => facts.isUnknownToMoodle)) await queueCourseSync(tx, toInstant(now));
});

/** Of two lists the later one counts, so one is asked for after the other. */
const COURSES_KEY = 'moodle.courses';

/** Has Moodle's list of courses taken over. One that waits is enough for all. */
export async function queueCourseSync(tx: Database, at: Instant): Promise<void> {
  await enqueue(tx, { message: syncCourseList, subject: '', concurrencyKey: COURSES_KEY }, at);
}

/** The same for somebody who waits for it; returns the name of the modal in which they are shown the list then. */
export async function askForCourses(db: Database, by: Person, now: Now): Promise<string> {
  demand(by, 'generate');
  const shownAs = newModalName();
  const to = { teamId: by.teamId, userId: by.userId };
  await enqueue(db, { message: syncCourseList, subject: shownAs, to, concurrencyKey: COURSES_KEY }, toInstant(now));
  return shownAs;
}
