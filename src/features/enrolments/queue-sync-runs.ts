import { type Now, parseInstant, timeOfDay, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { enqueueMany } from '../../outbox/outbox';
import { queueCourseSync } from '../courses/refresh-courses';
import { claimSyncRun, lastSyncRun, type SyncRunKind } from '../courses/sync-runs.sql';
import { convergeCourse } from './course.messages';
import { coursesWithEnrolled } from './due-enrolments.sql';
import { courseConcurrencyKey } from './queue-course';
import { coursesWithSupervisors } from './supervisors.sql';

const COURSES_EVERY = { minutes: 10 };
/** A quiet hour, in the given zone. */
const REVIEW_AT = '03:00';

/**
 * Queues a sync of the course list every ten minutes, and of every course with enrolments once a night. Safe to run
 * concurrently: each sync run is queued once.
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
    const courses = new Set([...(await coursesWithEnrolled(tx)), ...(await coursesWithSupervisors(tx))]);
    const entries = [...courses]
      .sort((one, other) => one - other)
      .map((id) => ({
        message: convergeCourse,
        subject: String(id),
        concurrencyKey: courseConcurrencyKey(id),
      }));
    await enqueueMany(tx, entries, at);
  });
}

/**
 * The last sync run is within that time. One in the future comes from a clock that was set back since, and does not
 * count.
 */
async function isWithin(db: Database, pass: SyncRunKind, since: Now, now: Now): Promise<boolean> {
  const last = await lastSyncRun(db, pass);
  return last !== undefined && parseInstant(last) >= since && parseInstant(last) <= now;
}
