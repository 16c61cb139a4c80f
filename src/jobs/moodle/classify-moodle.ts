import { MoodleFailure } from '../../integrations/moodle/moodle-failure';
import type { Failure } from '../../slack/failures';

/**
 * What a failed call means for the course's next turn, which looks before it does anything: whatever Moodle's answer, the
 * turn comes again.
 */
export function classifyMoodle(error: unknown): Failure {
  if (error instanceof MoodleFailure) return { kind: 'retry', error: error.code };
  return { kind: 'bug', error: error instanceof Error ? error.message : String(error) };
}
