import { instantOf } from '../../core/time';
import { activeSince } from '../assignments/enrolment';
import type { CourseRun } from './course-run';
import { type CourseEnrolment, enrolledIn } from './due-enrolments.sql';
import type { Participants } from './participants';
import { failEach, noteStarted, type Started } from './settle-enrolments';
import { requireVisibility } from './visibility';

/** Whoever has opened the course is marked, and whoever is not in it any more is shown: nothing is changed in Moodle. */
export async function compareEnrolled(work: CourseRun, participants: Participants): Promise<void> {
  const enrolled = await enrolledIn(work.db, work.courseId);
  await failGone(
    work,
    enrolled.filter(({ accountId }) => !participants.has(accountId ?? 0)),
  );
  const active = enrolled.flatMap((one) => activityOf(one, participants));
  await noteStarted(work.db, active, work.now());
}

/** They were in the course through us, and are not in its list any more; all at once, so that one message tells of them. */
export async function failGone(work: CourseRun, gone: readonly CourseEnrolment[]): Promise<void> {
  if (gone.length === 0) return;
  await requireVisibility(work, 'core_user_get_users');
  const present = await presentAccounts(work, gone);
  const reasonOf = ({ accountId = 0 }: CourseEnrolment) => (present.has(accountId) ? 'removed_there' : 'account_gone');
  await failEach(
    work.db,
    gone.map((one) => ({ one, reason: reasonOf(one) })),
    work.now(),
  );
}

/** By its number Moodle shows a deleted account as well, but its address has become a row of digits. */
async function presentAccounts({ moodle }: CourseRun, people: readonly CourseEnrolment[]): Promise<Set<number>> {
  const ids = [...new Set(people.flatMap(({ accountId }) => accountId ?? []))];
  const accounts = await moodle.accountsById(ids);
  return new Set(accounts.filter(({ email }) => email?.includes('@')).map(({ id }) => id));
}

function activityOf(one: CourseEnrolment, participants: Participants): Started[] {
  const lastAccess = participants.get(one.accountId ?? 0)?.lastAccess ?? 0;
  const active = activeSince(lastAccess, one.period, one.timezone);
  return one.startedAt !== undefined || active === undefined ? [] : [{ one, startedAt: instantOf(active) }];
}
