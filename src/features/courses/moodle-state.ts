import type { Database } from '../../database/database';
import type { MoodleTrouble } from './moodle-trouble';
import { findTrouble, findTroubleOf } from './moodle-trouble.sql';

/** The outage that holds up all work; the same for everyone. */
export function moodleTrouble(db: Database): Promise<MoodleTrouble | undefined> {
  return findTrouble(db);
}

/** The outage that holds up the course: the general one, or its own. */
export function courseTrouble(db: Database, courseId: number): Promise<MoodleTrouble | undefined> {
  return findTroubleOf(db, courseId);
}
