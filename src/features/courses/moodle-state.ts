import type { Database } from '../../database/database';
import type { MoodleTrouble } from './moodle-trouble';
import { findTrouble, findTroubleOf } from './moodle-trouble.sql';

/** What everything waits for; the same for everybody. */
export function moodleTrouble(db: Database): Promise<MoodleTrouble | undefined> {
  return findTrouble(db);
}

/** What that course waits for, with everything else or by itself. */
export function courseTrouble(db: Database, courseId: number): Promise<MoodleTrouble | undefined> {
  return findTroubleOf(db, courseId);
}
