import { MoodleFailure } from '../../../moodle/moodle-failure';

/**
 * Undefined when it was done without a word. Moodle may have done it and stumble afterwards, over a mail or a plugin, which it
 * says in its own language: then what it said, and it is to be seen what was done.
 */
export async function settle(call: Promise<void>): Promise<MoodleFailure | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (error instanceof MoodleFailure && isStumble(error)) return error;
    throw error;
  }
}

export function stumbleInWords({ code, words }: MoodleFailure): string {
  if (code === 'moodle.mail') return 'its welcome could not be mailed';
  return `Moodle failed all the same (${words}): look whether it can send mail, and which plugin fails`;
}

function isStumble({ code, mayGoOn }: MoodleFailure): boolean {
  return code === 'moodle.mail' || (code === 'moodle.uncertain' && !mayGoOn);
}
