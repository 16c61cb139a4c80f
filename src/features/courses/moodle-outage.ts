import type { Instant } from '../../core/time';
import type { MoodleFailureCode } from '../../moodle/moodle';

/** A first failure may be over at the next attempt, so nobody is notified. */
export interface MoodleOutage {
  code: MoodleFailureCode;
  since: Instant;
  /** Whether people are notified of this failure. */
  waiting: number;
  /** Always rethrows the error. After the second failure, every Home shows the outage. */
  isOfCourse?: boolean;
}

/** Moodle answers again: messages that waited for it are due at once. */
export interface CourseOutage {
  course: string;
  code: MoodleFailureCode;
  since: Instant;
}
