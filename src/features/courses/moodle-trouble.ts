import type { Instant } from '../../core/time';
import type { MoodleFailureCode } from '../../moodle/moodle';

/** Why something waits for Moodle. */
export interface MoodleTrouble {
  code: MoodleFailureCode;
  since: Instant;
  /** Number of waiting calls for courses. */
  waiting: number;
  /** Only the requested course waits; otherwise everything does. */
  isOfCourse?: boolean;
}

/** A course that waits because of a failure of its own. */
export interface CourseTrouble {
  course: string;
  code: MoodleFailureCode;
  since: Instant;
}
