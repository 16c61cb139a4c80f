import { MoodleFailure } from '../../moodle/moodle-failure';
import type { Failure } from '../../slack/failures';
import { ENROL } from './sending';

/** Longer than an abandoned call may still run in Moodle. */
const UNTIL_OVER_SECONDS = 60;

/**
 * Decides on the next delivery attempt for a course. Moodle failures are always retried: each attempt looks before it
 * acts. After an enrolment call that may still run, the next attempt waits, because enrolling twice sends two welcome
 * emails.
 */
export function classifyMoodle(error: unknown): Failure {
  if (error instanceof MoodleFailure && error.mayGoOn && error.call === ENROL) {
    return { kind: 'wait', seconds: UNTIL_OVER_SECONDS, error: error.code, maybeDone: true };
  }
  if (error instanceof MoodleFailure) return { kind: 'retry', error: error.code };
  return { kind: 'bug', error: error instanceof Error ? error.message : String(error) };
}
