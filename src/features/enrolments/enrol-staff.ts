import { emailKey } from '../../core/email';
import type { Profile } from '../../core/person';
import { toInstant } from '../../core/time';
import { MoodleFailure } from '../../moodle/moodle-failure';
import { enqueue } from '../../outbox/outbox';
import {
  dueStaff,
  markStaffAsked,
  type StaffMember,
  type StaffState,
  settleStaff,
} from '../assignments/course-staff.sql';
import { type CourseRun, isInDoubt, requireTime } from './course-run';
import { findOrCreateAccounts } from './find-accounts';
import { ownMailLost } from './lost-mail/lost-mail.messages';
import { readParticipants } from './participants';
import { ENROL } from './sending';

const MAX_AT_ONCE = 50;

/**
 * Enrols coordinators in the courses of their trainees, from now on and without an end, if Slack gives their address.
 */
export async function enrolStaff(work: CourseRun): Promise<void> {
  const due = await dueStaff(work.db, work.courseId, MAX_AT_ONCE);
  if (due.length === 0) return;
  // Some may have just joined as trainees; others share an address.
  const inside = new Set((await readParticipants(work)).keys());
  for (const member of due) {
    const profile = await work.profileOf(member.person);
    if (profile === 'silent') work.isSlackSilent = true;
    else await settle(work, member, await enrolOne(work, member, profile, inside));
  }
}

/** `mail_failed`: enrolled, though Moodle could not send its mail, about which the person is told. */
type Result = StaffState | 'mail_failed';

async function settle({ db, now }: CourseRun, { id, courseId, person }: StaffMember, result: Result): Promise<void> {
  const at = toInstant(now());
  if (result !== 'mail_failed') return settleStaff(db, id, result);
  await db.transaction(async (tx) => {
    await settleStaff(tx, id, 'in', at);
    await enqueue(tx, { message: ownMailLost, subject: String(courseId), to: person }, at);
  });
}

async function enrolOne(
  work: CourseRun,
  member: StaffMember,
  profile: Profile | undefined,
  inside: Set<number>,
): Promise<Result> {
  const roleId = work.roles.get(member.role);
  if (!profile) return 'no_email';
  if (roleId === undefined) return 'failed';
  const accountId = await accountOf(work, profile);
  if (accountId === undefined) return 'failed';
  // Existing participants stay unchanged, whatever their enrolment.
  if (inside.has(accountId)) return 'in';
  inside.add(accountId);
  requireTime(work, ENROL);
  await markStaffAsked(work.db, member.id, accountId);
  const now = work.now();
  try {
    await work.moodle.enrol(
      [{ courseId: work.moodleId, accountId, roleId, start: now.toUnixInteger(), end: 0 }],
      work.mayBegin,
    );
  } catch (error) {
    if (!(error instanceof MoodleFailure) || error.isForLater) throw error;
    if (error.mayGoOn) work.doubts.push(error);
    const isIn = (await readParticipants(work)).has(accountId);
    if (isIn && error.mayGoOn) work.doubts.pop();
    if (isIn) return error.code === 'moodle.mail' ? 'mail_failed' : 'in';
    if (error.mayGoOn || isInDoubt(work, error)) throw error;
    return 'failed';
  }
  return 'in';
}

async function accountOf(work: CourseRun, profile: Profile): Promise<number | undefined> {
  const account = (await findOrCreateAccounts(work, [profile])).get(emailKey(profile.email));
  return account && 'id' in account ? account.id : undefined;
}
