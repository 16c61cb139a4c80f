import { activeSince, type FailureReason } from '../../domain/enrolment';
import { instantOf } from '../../domain/time';
import { type Failing, failEach, noteStarted } from '../../services/settle-enrolments';
import { type CourseEnrolment, enrolledIn } from '../../storage/due-enrolments';
import type { CourseAtWork, Participants } from './course-at-work';
import { demandSight } from './sight';

/** Whoever has opened the course is marked, and whoever is not in it any more is shown: nothing is changed in Moodle. */
export async function compareEnrolled(work: CourseAtWork, participants: Participants): Promise<void> {
  const enrolled = await enrolledIn(work.db, work.courseId);
  const missing = enrolled.filter(({ accountId }) => !participants.has(accountId ?? 0));
  await failMissing(work, missing, participants);
  for (const one of enrolled) await noteActivity(work, one, participants);
}

/** Those who were in the course through us and are not any more; all of them at once, so that one message tells of them. */
export async function failMissing(
  work: CourseAtWork,
  missing: readonly CourseEnrolment[],
  participants: Participants,
): Promise<void> {
  // A list without anybody may only look so.
  if (missing.length > 0 && participants.size === 0) await demandSight(work, 'core_enrol_get_enrolled_users');
  const failed: Failing[] = [];
  for (const one of missing) failed.push({ one, reason: await reasonOf(work, one) });
  await failEach(work.db, failed, work.now());
}

async function reasonOf({ moodle }: CourseAtWork, { trainee, accountId }: CourseEnrolment): Promise<FailureReason> {
  const accounts = await moodle.accountsByEmailAnyCase(trainee.email);
  return accounts.some(({ id }) => id === accountId) ? 'removed_there' : 'account_gone';
}

async function noteActivity(work: CourseAtWork, one: CourseEnrolment, participants: Participants): Promise<void> {
  const lastAccess = participants.get(one.accountId ?? 0)?.lastAccess ?? 0;
  const active = activeSince(lastAccess, one.period, one.timezone);
  if (one.startedAt !== undefined || active === undefined) return;
  await noteStarted(work.db, one, instantOf(active), work.now());
}
