import { MoodleFailure } from '../../moodle/moodle-failure';
import type { CourseAtWork } from './course-at-work.messages';
import { dueToEnrol, dueToRelease, enrolledIn, knownAccounts } from './due-enrolments.sql';
import { groupOf } from './groups.messages';

const MOST_ASKED = 5;
/** Account id from Moodle's installation: visible before we know any other account. */
const FIRST_ADMINISTRATOR = 2;
/** After this many attempts, about ten minutes, an empty answer is trusted if Moodle has never shown us an account. */
const PATIENCE = 12;

/**
 * Throws while Moodle hides people from us: without some rights, it answers as if there were none. By id, Moodle
 * returns even deleted accounts, so a missing one always means missing rights.
 */
export async function demandSight({ db, moodle, attempts }: CourseAtWork, call: string): Promise<void> {
  const known = await knownAccounts(db, MOST_ASKED);
  const shown = await moodle.accountsById([...new Set([FIRST_ADMINISTRATOR, ...known])]);
  if (shown.some(({ email }) => email === undefined)) throw blindness(call);
  if (shown.length > 0 || (known.length === 0 && attempts >= PATIENCE)) return;
  throw blindness(call);
}

/** The same for a course with an empty list: separate groups hide everybody from a user who is in none. */
export async function demandSightOfCourse(work: CourseAtWork): Promise<void> {
  const call = 'core_enrol_get_enrolled_users';
  const [course] = await Promise.all([work.moodle.course(work.moodleId), demandSight(work, call)]);
  if (course?.separatesGroups && !(await seesAllGroups(work))) throw blindness(call);
}

/**
 * Moodle refuses access to any group to users who may not see all groups. Without a group, creates the one that the
 * next due enrolment needs anyway.
 */
async function seesAllGroups(work: CourseAtWork): Promise<boolean> {
  const [group] = await work.moodle.groups(work.moodleId);
  const [waiting] = group ? [] : await dueToEnrol(work.db, work.courseId, 1);
  const id = group?.id ?? (waiting && (await groupOf(work, waiting.orderId)));
  if (id !== undefined) return work.moodle.seesAllGroups(work.moodleId, id);
  // We have no enrolments there, so a wrong answer does no harm.
  const enrolled = await enrolledIn(work.db, work.courseId);
  return enrolled.length === 0 && (await dueToRelease(work.db, work.courseId, 1)).length === 0;
}

export function blindness(call: string): MoodleFailure {
  return new MoodleFailure({ kind: 'misconfigured', code: 'moodle.blind', call, words: 'nobody known is shown' });
}
