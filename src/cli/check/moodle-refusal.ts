import type { MoodleFailureCode } from '../../moodle/moodle';
import { MoodleFailure } from '../../moodle/moodle-failure';

/** Failures that reveal something about rights. All others concern Moodle as a whole, or the connection to it. */
const REFUSALS: readonly MoodleFailureCode[] = [
  'moodle.permission',
  'moodle.course_access',
  'moodle.role',
  'moodle.no_manual_enrolment',
  'moodle.unknown_user',
  'moodle.unknown_record',
  'moodle.refused',
];

/** The reason for a refusal; undefined when the call succeeds. */
export async function refusalOf(call: Promise<unknown>): Promise<MoodleFailureCode | undefined> {
  const { refusal } = await attempt(call);
  return refusal;
}

type Attempt<Answer> = { answer: Answer; refusal?: never } | { answer?: never; refusal: MoodleFailureCode };

export async function attempt<Answer>(call: Promise<Answer>): Promise<Attempt<Answer>> {
  try {
    return { answer: await call };
  } catch (error) {
    if (error instanceof MoodleFailure && REFUSALS.includes(error.code)) return { refusal: error.code };
    throw error;
  }
}
