import { instantOf, parseInstant } from '../../core/time';
import type { Participant } from '../../moodle/moodle';
import { activeSince } from '../assignments/enrolment';
import { mayLack } from '../assignments/missing-mail';
import type { CourseRun } from './course-run';
import { type CourseEnrolment, enrolledIn } from './due-enrolments.sql';
import { noteSignedIn } from './lost-mail/note-mail';
import type { Participants } from './participants';
import { failEach, noteStarted, type Started } from './settle-enrolments';
import { requireCourseVisibility } from './visibility';

/** Records trainees who have started, and fails enrolments that are gone. Changes nothing in Moodle. */
export async function compareEnrolled(work: CourseRun, participants: Participants): Promise<void> {
  const enrolled = await enrolledIn(work.db, work.courseId);
  await failGone(
    work,
    enrolled.filter(({ accountId }) => !participants.has(accountId ?? 0)),
  );
  const active = enrolled.flatMap((one) => activityOf(one, participants));
  await noteStarted(work.db, active, work.now());
  const started = new Set(active.map(({ one }) => one));
  const others = enrolled.filter((one) => !started.has(one));
  const signedIn = others.filter((one) => hasSignedIn(one, participants.get(one.accountId ?? 0)));
  await noteSignedIn(work.db, signedIn, work.now());
}

/** Fails enrolments that are missing from the course list; all at once, so that one message reports them. */
export async function failGone(work: CourseRun, gone: readonly CourseEnrolment[]): Promise<void> {
  if (gone.length === 0) return;
  await requireCourseVisibility(work);
  const present = await presentAccounts(work, gone);
  const reasonOf = ({ accountId = 0 }: CourseEnrolment) => (present.has(accountId) ? 'removed_there' : 'account_gone');
  await failEach(
    work.db,
    gone.map((one) => ({ one, reason: reasonOf(one) })),
    work.now(),
  );
}

/** Moodle also returns deleted accounts by id, but their address no longer has an @. */
async function presentAccounts({ moodle }: CourseRun, people: readonly CourseEnrolment[]): Promise<Set<number>> {
  const ids = [...new Set(people.flatMap(({ accountId }) => accountId ?? []))];
  const accounts = await moodle.accountsById(ids);
  return new Set(accounts.filter(({ email }) => email?.includes('@')).map(({ id }) => id));
}

/** Told only about trainees who may lack their mail. Any sign-in proves that a new account has a password. */
function hasSignedIn(one: CourseEnrolment, participant: Participant | undefined): boolean {
  const lack = mayLack(one);
  const last = participant?.lastSignIn ?? 0;
  if (!lack || last === 0) return false;
  const failed = one.mailFailedAt === undefined ? undefined : parseInstant(one.mailFailedAt).toUnixInteger();
  return one.accountMadeAt !== undefined || (failed !== undefined && last >= failed);
}

function activityOf(one: CourseEnrolment, participants: Participants): Started[] {
  const lastAccess = participants.get(one.accountId ?? 0)?.lastAccess ?? 0;
  const active = activeSince(lastAccess, one.period, one.timezone);
  return one.startedAt !== undefined || active === undefined ? [] : [{ one, startedAt: instantOf(active) }];
}
