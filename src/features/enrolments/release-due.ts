import { MAX_ENROLMENTS } from '../../moodle/client';
import { planRelease } from '../assignments/enrolment';
import { type CourseRun, requireTime } from './course-run';
import { type CourseEnrolment, dueToRelease } from './due-enrolments.sql';
import { leaveGroup } from './order-groups';
import { type Participants, readParticipants } from './participants';
import { endRelease, keepSeat } from './settle-release';

const UNENROL = 'enrol_manual_unenrol_users';

/**
 * Takes back what was asked for, unless its trainee has been active by now. A seat is free when Moodle's own list says that
 * our enrolment is gone.
 */
export async function releaseDue(work: CourseRun, participants: Participants): Promise<Participants> {
  let known = participants;
  for (;;) {
    const due = await dueToRelease(work.db, work.courseId, MAX_ENROLMENTS);
    // They may have opened the course since it was looked at, if only before they were to leave it.
    if (due.length > 0) known = await releaseSome(work, due, await readParticipants(work));
    if (due.length < MAX_ENROLMENTS) return known;
  }
}

async function releaseSome(
  work: CourseRun,
  due: readonly CourseEnrolment[],
  before: Participants,
): Promise<Participants> {
  const leaving: (CourseEnrolment & { accountId: number })[] = [];
  for (const one of due) {
    const { accountId } = one;
    const participant = accountId === undefined ? undefined : before.get(accountId);
    const plan = participant ? planRelease(participant.lastAccess, one.period, one.timezone) : 'release';
    if (plan !== 'release') await keepSeat(work.db, one, plan, participant?.lastAccess, work.now());
    // Also who is not listed: to take them out once more is harmless, and a list may not show all.
    else if (accountId !== undefined) leaving.push({ ...one, accountId });
    else await endRelease(work.db, one, { remains: false }, work.now());
  }
  return leaving.length > 0 ? leave(work, leaving) : before;
}

async function leave(
  work: CourseRun,
  leaving: readonly (CourseEnrolment & { accountId: number })[],
): Promise<Participants> {
  requireTime(work, UNENROL);
  await work.moodle.unenrol(work.moodleId, [...new Set(leaving.map(({ accountId }) => accountId))]);
  const after = await readParticipants(work);
  for (const one of leaving) {
    // Enrolled in another way as well, which is not ours to take: then only the group is left.
    const remains = after.has(one.accountId);
    if (remains) await leaveGroup(work, one);
    await endRelease(work.db, one, { remains }, work.now());
  }
  return after;
}
