import { type Now, parseInstant, timeOfDay, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { enqueueMany } from '../../outbox/outbox';
import { queueCourseSync } from '../courses/refresh-courses';
import { claimSyncRun, lastSyncRun, type Pass } from '../courses/sync-runs.sql';
import { convergeCourse } from './course.messages';
import { coursesWithEnrolled } from './due-enrolments.sql';
import { courseConcurrencyKey } from './queue-course';

const COURSES_EVERY = { minutes: 10 };
/** When the fewest people are about. */
const REVIEW_AT = '03:00';

/**
 * Has the list of courses taken over every ten minutes, and every enrolment compared with Moodle's once a night. However many
 * processes ask, one pass is made.
 */
export async function queueSyncRuns(db: Database, now: Now, timezone: string): Promise<void> {
  const at = toInstant(now);
  if (!(await isWithin(db, 'courses', now.minus(COURSES_EVERY), now))) {
    await queueCourseSync(db, at);
  }
  const due = timeOfDay(today(now, timezone), REVIEW_AT, timezone);
  if (now < due || (await isWithin(db, 'review', due, now))) return;
  await db.transaction(async (tx) => {
    if (!(await claimSyncRun(tx, 'review', toInstant(due), at))) return;
    const courses = await coursesWithEnrolled(tx);
    const entries = courses.map((id) => ({
      message: convergeCourse,
      subject: String(id),
      concurrencyKey: courseConcurrencyKey(id),
    }));
    await enqueueMany(tx, entries, at);
  });
}

/** Whether the last pass of the kind was made since then. One of the future was made by a clock that has been set back. */
async function isWithin(db: Database, pass: Pass, since: Now, now: Now): Promise<boolean> {
  const last = await lastSyncRun(db, pass);
  return last !== undefined && parseInstant(last) >= since && parseInstant(last) <= now;
}
