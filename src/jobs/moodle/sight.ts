import { MoodleFailure } from '../../integrations/moodle/moodle-failure';
import { knownAddresses } from '../../storage/due-enrolments';
import type { CourseAtWork } from './course-at-work';

const MOST_ASKED = 5;
/** After some ten minutes what looks like blindness is taken for what it says. */
const PATIENCE = 12;

/**
 * Throws while Moodle may be hiding people from us: without some rights it answers as if there were nobody. If it shows one
 * of those it has shown before, it hides nobody. Where it shows none, that is believed after a while only.
 */
export async function demandSight(work: CourseAtWork, call: string): Promise<void> {
  const { db, moodle, attempts } = work;
  for (const address of await knownAddresses(db, MOST_ASKED)) {
    if ((await moodle.accountsByEmailAnyCase(address)).length > 0) return;
  }
  if (attempts >= PATIENCE) return;
  throw blindness(call);
}

export function blindness(call: string): MoodleFailure {
  return new MoodleFailure({ kind: 'misconfigured', code: 'moodle.blind', call, words: 'nobody known is shown' });
}
