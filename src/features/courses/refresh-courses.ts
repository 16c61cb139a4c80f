import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import { type Instant, type Now, toInstant } from '../../core/time';
import { on } from '../../database/changes';
import type { Database } from '../../database/database';
import { newModalName } from '../../outbox/modal-names';
import { enqueue } from '../../outbox/outbox';
import { courseCreated } from './course-changes';
import { syncCourseList } from './course-list.messages';

/** A course that was added by hand makes us ask Moodle at once. */
export const askForNewCourse = on([courseCreated], async (tx, entries, { now }) => {
  if (entries.some(({ facts }) => facts.isUnknownToMoodle)) await queueCourseSync(tx, toInstant(now));
});

/** Concurrency key: the newer of two lists must win, so they are fetched one after the other. */
const COURSES_KEY = 'moodle.courses';

/** Queues a sync of Moodle's list of courses; coalesced. */
export async function queueCourseSync(tx: Database, at: Instant): Promise<void> {
  await enqueue(tx, { message: syncCourseList, subject: '', concurrencyKey: COURSES_KEY }, at);
}

/** Queues a sync for a person who waits. Returns the name of the modal that will show the list. */
export async function askForCourses(db: Database, by: Person, now: Now): Promise<string> {
  demand(by, 'generate');
  const shownAs = newModalName();
  const to = { teamId: by.teamId, userId: by.userId };
  await enqueue(db, { message: syncCourseList, subject: shownAs, to, concurrencyKey: COURSES_KEY }, toInstant(now));
  return shownAs;
}
