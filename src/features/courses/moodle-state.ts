import type { Database } from '../../database/database';
import type { MoodleOutage } from './moodle-outage';
import { findOutage, findOutageOf } from './moodle-outage.sql';

/** What everything waits for; the same for everybody. */
export function moodleOutage(db: Database): Promise<MoodleOutage | undefined> {
  return findOutage(db);
}

/** What that course waits for, with everything else or by itself. */
export function courseOutage(db: Database, courseId: number): Promise<MoodleOutage | undefined> {
  return findOutageOf(db, courseId);
}
