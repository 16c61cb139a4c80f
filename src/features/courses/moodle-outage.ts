import type { Instant } from '../../core/time';
import type { MoodleFailureCode } from '../../moodle/moodle';

/** What is wrong while something waits for Moodle. */
export interface MoodleOutage {
  code: MoodleFailureCode;
  since: Instant;
  /** How many calls for courses wait. */
  waiting: number;
  /** Only the course that was asked about waits; else everything does. */
  isOfCourse?: boolean;
}

/** A course that waits by itself. */
export interface CourseOutage {
  course: string;
  code: MoodleFailureCode;
  since: Instant;
}
