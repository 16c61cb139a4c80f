import type { Database } from '../../database/database';
import type { MoodleOutage } from './moodle-outage';
import { findOutage, findOutageOf } from './moodle-outage.sql';

/** The outage that holds up all work; the same for everyone. */
export function moodleOutage(db: Database): Promise<MoodleOutage | undefined> {
  return findOutage(db);
}

/** The outage that holds up the course: the general one, or its own. */
export function courseOutage(db: Database, courseId: number): Promise<MoodleOutage | undefined> {
  return findOutageOf(db, courseId);
}
