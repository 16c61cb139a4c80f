import { type Now, parseInstant, timeOfDay, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { enqueueMany } from '../../outbox/outbox';
import { claimPass, lastPass, type Pass } from '../courses/moodle-passes.sql';
import { queueCoursePass } from '../courses/refresh-courses';
import { convergeCourse } from './course.messages';
import { coursesWithEnrolled } from './due-enrolments.sql';
import { courseLane } from './queue-course';

const COURSES_EVERY = { minutes: 10 };
/** When the fewest people are about. */
const REVIEW_AT = '03:00';

/**
 * Has the list of courses taken over every ten minutes, and every enrolment compared with Moodle's once a night. However many
 * processes ask, one pass is made.
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

/** Whether the last pass of the kind was made since then. One of the future was made by a clock that has been set back. */
async function isWithin(db: Database, pass: Pass, since: Now, now: Now): Promise<boolean> {
  const last = await lastPass(db, pass);
  return last !== undefined && parseInstant(last) >= since && parseInstant(last) <= now;
}
