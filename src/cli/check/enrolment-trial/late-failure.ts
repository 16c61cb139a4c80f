import { MoodleFailure } from '../../../moodle/moodle-failure';

/**
 * Resolves to undefined on success. Moodle may do the work and fail afterwards, in a mail or a plugin. Then it resolves
 * to that failure, and the caller must check whether the work was done.
 */
export async function tolerateLateFailure(call: Promise<void>): Promise<MoodleFailure | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (error instanceof MoodleFailure && isLateFailure(error)) return error;
    throw error;
  }
}

export function lateFailureInWords({ code, words }: MoodleFailure): string {
  if (code === 'moodle.mail') return 'its welcome could not be mailed';
  return `Moodle failed all the same (${words}): look whether it can send mail, and which plugin fails`;
}

function isLateFailure({ code, mayGoOn }: MoodleFailure): boolean {
  return code === 'moodle.mail' || (code === 'moodle.uncertain' && !mayGoOn);
}
