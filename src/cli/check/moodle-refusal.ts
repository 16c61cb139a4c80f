import type { MoodleFailureCode } from '../../moodle/moodle';
import { MoodleFailure } from '../../moodle/moodle-failure';

/** What tells something about rights. Anything else is wrong with Moodle as a whole, or with the way to it. */
const TELLING: readonly MoodleFailureCode[] = [
  'moodle.permission',
  'moodle.course_access',
  'moodle.role',
  'moodle.no_manual_enrolment',
  'moodle.unknown_user',
  'moodle.unknown_record',
  'moodle.refused',
];

/** Why a call was refused; undefined when it was not. */
export async function refusalOf(call: Promise<unknown>): Promise<MoodleFailureCode | undefined> {
  const { refusal } = await attempt(call);
  return refusal;
}

export type Attempt<Answer> = { answer: Answer; refusal?: never } | { answer?: never; refusal: MoodleFailureCode };

export async function attempt<Answer>(call: Promise<Answer>): Promise<Attempt<Answer>> {
  try {
    return { answer: await call };
  } catch (error) {
    if (error instanceof MoodleFailure && TELLING.includes(error.code)) return { refusal: error.code };
    throw error;
  }
}
