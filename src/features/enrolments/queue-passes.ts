import { type Now, parseInstant, timeOfDay, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { enqueueMany } from '../../outbox/outbox';
import { claimPass, lastPass, type Pass } from '../courses/moodle-passes.sql';
import { queueCoursePass } from '../courses/refresh-courses';
import { convergeCourse } from './course.messages';
import { coursesWithEnrolled } from './due-enrolments.sql';
import { courseLane } from './queue-course';

const COURSES_EVERY = { minutes: 10 };
/** A quiet hour, in the given zone. */
const REVIEW_AT = '03:00';

/**
 * Queues a sync of the course list every ten minutes, and of every course with enrolments once a night. Safe to run
 * concurrently: each sync run is queued once.
 */
export async function queuePasses(db: Database, now: Now, timezone: string): Promise<void> {
  const at = toInstant(now);
  if (!(await isWithin(db, 'courses', now.minus(COURSES_EVERY), now))) {
    await queueCoursePass(db, at);
  }
  const due = timeOfDay(today(now, timezone), REVIEW_AT, timezone);
  if (now < due || (await isWithin(db, 'review', due, now))) return;
  await db.transaction(async (tx) => {
    if (!(await claimPass(tx, 'review', toInstant(due), at))) return;
    const courses = await coursesWithEnrolled(tx);
    const entries = courses.map((id) => ({
      message: convergeCourse,
      subject: String(id),
      lane: courseLane(id),
    }));
    await enqueueMany(tx, entries, at);
  });
}

/**
 * The last sync run is within that time. One in the future comes from a clock that was set back since, and does not
 * count.
 */
async function isWithin(db: Database, pass: Pass, since: Now, now: Now): Promise<boolean> {
  const last = await lastPass(db, pass);
  return last !== undefined && parseInstant(last) >= since && parseInstant(last) <= now;
}
