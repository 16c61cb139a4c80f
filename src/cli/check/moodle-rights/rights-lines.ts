import { cureInWords } from '../../../features/assignments/enrolment-words.view';
import type { MoodleFailure } from '../../../moodle/moodle-failure';
import { translator } from '../../../slack/translate';
import type { Check } from '../check-installation';

const ROLE_PAGE = 'Site administration → Users → Permissions → Define roles';

export const fine = (text: string): Check => ({ ok: true, text });
export const known = (text: string): Check => ({ ok: true, isWarning: true, text });
export const wrong = (text: string): Check => ({ ok: false, text });

export function missing(capability: string, because = '', andThen = ''): Check {
  return wrong(
    `${capability}: missing${because}; allow it in the role of the service account (${ROLE_PAGE})${andThen}`,
  );
}

export function untried(what: string, because: string): Check {
  return known(`${what}: could not be tried, since ${because}`);
}

/** The end of the report: what follows would fail alike. */
export function stopped({ call, code, words }: MoodleFailure): Check {
  return wrong(`Moodle: ${call} failed (${code}). ${cureInWords(code, translator('en'))} Its answer: ${words}`);
}
