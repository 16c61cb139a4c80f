import type { Instant } from '../../core/time';
import type { MoodleFailureCode } from '../../moodle/moodle';

/** A failure that work for Moodle waits for. */
export interface MoodleOutage {
  code: MoodleFailureCode;
  since: Instant;
  /** Number of courses that wait. */
  waiting: number;
  /** Only the course in question waits; otherwise, all work does. */
  isOfCourse?: boolean;
}

/** A course that waits because of a failure of its own. */
export interface CourseOutage {
  course: string;
  code: MoodleFailureCode;
  since: Instant;
}
