import { MoodleFailure } from '../../moodle/moodle-failure';
import type { Failure } from '../../slack/failures';
import { ENROL } from './send-enrolments';

/** Longer than a call that is not waited for any more may take in Moodle. */
const UNTIL_OVER_SECONDS = 60;

/**
 * What a failed call means for the course's next turn, which looks before it does anything: whatever Moodle's answer, the
 * turn comes again. Not before an enrolment is over that may still be under way: twice would be two welcomes.
 */
export function classifyMoodle(error: unknown): Failure {
  if (error instanceof MoodleFailure && error.mayGoOn && error.call === ENROL) {
    return { kind: 'wait', seconds: UNTIL_OVER_SECONDS, error: error.code, maybeDone: true };
  }
  if (error instanceof MoodleFailure) return { kind: 'retry', error: error.code };
  return { kind: 'bug', error: error instanceof Error ? error.message : String(error) };
}
