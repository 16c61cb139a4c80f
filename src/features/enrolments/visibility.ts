import { MoodleFailure } from '../../moodle/moodle-failure';
import type { CourseRun } from './course-run';
import { dueToEnrol, dueToRelease, enrolledIn, knownAccounts } from './due-enrolments.sql';
import { groupOf } from './order-groups';

const MAX_ASKED = 5;
/** Moodle is installed with it, so that there is somebody to be seen before we know anybody. */
const FIRST_ADMINISTRATOR = 2;
/** After some ten minutes a Moodle that shows us nobody, and has never shown us anybody, is taken at its word. */
const PATIENCE = 12;

/**
 * Throws while Moodle hides people from us: without some rights it answers as if there were nobody, or nobody with that
 * address. By its number it shows even an account that was deleted, so it never stops showing one for another reason.
 */
export async function requireVisibility({ db, moodle, attempts }: CourseRun, call: string): Promise<void> {
  const known = await knownAccounts(db, MAX_ASKED);
  const shown = await moodle.accountsById([...new Set([FIRST_ADMINISTRATOR, ...known])]);
  if (shown.some(({ email }) => email === undefined)) throw notVisible(call);
  if (shown.length > 0 || (known.length === 0 && attempts >= PATIENCE)) return;
  throw notVisible(call);
}

/** The same for a course whose list holds nobody: one with separate groups hides everybody from those who are in none. */
export async function requireCourseVisibility(work: CourseRun): Promise<void> {
  const call = 'core_enrol_get_enrolled_users';
  const [course] = await Promise.all([work.moodle.course(work.moodleId), requireVisibility(work, call)]);
  if (course?.separatesGroups && !(await seesAllGroups(work))) throw notVisible(call);
}

/** Whoever may not see all groups is refused a look into one; any will do, and whoever waits is to have one anyway. */
async function seesAllGroups(work: CourseRun): Promise<boolean> {
  const [group] = await work.moodle.groups(work.moodleId);
  const [waiting] = group ? [] : await dueToEnrol(work.db, work.courseId, 1);
  const id = group?.id ?? (waiting && (await groupOf(work, waiting.orderId)));
  if (id !== undefined) return work.moodle.seesAllGroups(work.moodleId, id);
  // Nobody is to be there, so that nobody is harmed if somebody is.
  const enrolled = await enrolledIn(work.db, work.courseId);
  return enrolled.length === 0 && (await dueToRelease(work.db, work.courseId, 1)).length === 0;
}

export function notVisible(call: string): MoodleFailure {
  return new MoodleFailure({ kind: 'misconfigured', code: 'moodle.blind', call, words: 'nobody known is shown' });
}
