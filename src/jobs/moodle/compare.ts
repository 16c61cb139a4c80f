import { activeSince, type FailureReason } from '../../domain/enrolment';
import { instantOf } from '../../domain/time';
import { type Failing, failEach, noteStarted } from '../../services/settle-enrolments';
import { type CourseEnrolment, enrolledIn } from '../../storage/due-enrolments';
import type { CourseAtWork, Participants } from './course-at-work';
import { demandSight } from './sight';

/** Whoever has opened the course is marked, and whoever is not in it any more is shown: nothing is changed in Moodle. */
export async function compareEnrolled(work: CourseAtWork, participants: Participants): Promise<void> {
  const enrolled = await enrolledIn(work.db, work.courseId);
  await failGone(
    work,
    enrolled.filter(({ accountId }) => !participants.has(accountId ?? 0)),
  );
  for (const one of enrolled) await noteActivity(work, one, participants);
}

/** They were in the course through us, and are not in its list any more; all at once, so that one message tells of them. */
export async function failGone(work: CourseAtWork, gone: readonly CourseEnrolment[]): Promise<void> {
  if (gone.length === 0) return;
  await demandSight(work, 'core_user_get_users');
  const failed: Failing[] = [];
  for (const one of gone) failed.push({ one, reason: await reasonOf(work, one) });
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
