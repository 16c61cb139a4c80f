import { remedyInWords } from '../../../features/courses/moodle-outage.view';
import type { MoodleFailure } from '../../../moodle/moodle-failure';
import { english } from '../../english';
import { type Check, warning, wrong } from '../check';

const ROLE_PAGE = 'Site administration → Users → Permissions → Define roles';

export function missingCapability(capability: string, because = '', andThen = ''): Check {
  return wrong(
    `${capability}: missing${because}; allow it in the role of the service account (${ROLE_PAGE})${andThen}`,
  );
}

export function untried(what: string, because: string): Check {
  return warning(`${what}: could not be tried, since ${because}`);
}

/** Ends the report: later calls would fail alike. */
export function callFailed({ call, code, words }: MoodleFailure): Check {
  return wrong(`Moodle: ${call} failed (${code}). ${remedyInWords(code, english)} Its answer: ${words}`);
}
