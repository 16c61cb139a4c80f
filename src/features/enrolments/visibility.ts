import { MoodleFailure } from '../../moodle/moodle-failure';
import type { CourseRun } from './course-run';
import { dueToEnrol, dueToRelease, enrolledIn, knownAccounts } from './due-enrolments.sql';
import { groupOf } from './order-groups';

const MAX_ASKED = 5;
/** Account id from Moodle's installation: visible before we know any other account. */
const FIRST_ADMINISTRATOR = 2;
/** After this many attempts, about ten minutes, an empty answer is trusted if Moodle has never shown us an account. */
const PATIENCE = 12;

/**
 * Throws while Moodle hides people from us: without some rights, it answers as if there were none. By id, Moodle
 * returns even deleted accounts, so a missing one always means missing rights.
 */
export async function requireVisibility({ db, moodle, attempts }: CourseRun, call: string): Promise<void> {
  const known = await knownAccounts(db, MAX_ASKED);
  const shown = await moodle.accountsById([...new Set([FIRST_ADMINISTRATOR, ...known])]);
  if (shown.some(({ email }) => email === undefined)) throw notVisible(call);
  if (shown.length > 0 || (known.length === 0 && attempts >= PATIENCE)) return;
  throw notVisible(call);
}

/** The same for a course: separate groups hide everybody from a user who is in none. */
export async function requireCourseVisibility(work: CourseRun): Promise<void> {
  const call = 'core_enrol_get_enrolled_users';
  const [course] = await Promise.all([work.moodle.course(work.moodleId), requireVisibility(work, call)]);
  if (course?.separatesGroups && !(await seesAllGroups(work))) throw hiddenByGroups(call);
}

/**
 * Moodle refuses access to any group to users who may not see all groups. Without a group, creates the one that the
 * next due enrolment needs anyway.
 */
async function seesAllGroups(work: CourseRun): Promise<boolean> {
  const [group] = await work.moodle.groups(work.moodleId);
  const [waiting] = group ? [] : await dueToEnrol(work.db, work.courseId, 1);
  const id = group?.id ?? (waiting && (await groupOf(work, waiting.orderId)));
  if (id !== undefined) return work.moodle.seesAllGroups(work.moodleId, id);
  // We have no enrolments there, so a wrong answer does no harm.
  const enrolled = await enrolledIn(work.db, work.courseId);
  return enrolled.length === 0 && (await dueToRelease(work.db, work.courseId, 1)).length === 0;
}

function hiddenByGroups(call: string): MoodleFailure {
  return new MoodleFailure({ kind: 'misconfigured', code: 'moodle.groups', call, words: 'groups are kept apart' });
}

export function notVisible(call: string): MoodleFailure {
  return new MoodleFailure({ kind: 'misconfigured', code: 'moodle.blind', call, words: 'nobody known is shown' });
}
