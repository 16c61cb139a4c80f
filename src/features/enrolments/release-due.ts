import { MAX_ENROLMENTS } from '../../moodle/client';
import { reenterStaff } from '../assignments/course-staff.sql';
import { planRelease } from '../assignments/enrolment';
import { type CourseRun, requireTime } from './course-run';
import { type CourseEnrolment, dueToRelease } from './due-enrolments.sql';
import { leaveGroup } from './order-groups';
import { type Participants, readParticipants } from './participants';
import { endRelease, refuseRelease } from './settle-release';

const UNENROL = 'enrol_manual_unenrol_users';

/** Releases due seats unless the trainee was active. Frees a seat only after Moodle's list has been read again. */
export async function releaseDue(work: CourseRun, participants: Participants): Promise<Participants> {
  let known = participants;
  for (;;) {
    const due = await dueToRelease(work.db, work.courseId, MAX_ENROLMENTS);
    // Trainees may have opened the course since the last read.
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
    if (plan !== 'release') await refuseRelease(work.db, one, plan, participant?.lastAccess, work.now());
    // Also for trainees missing from the list: it may be incomplete, and unenrolling twice is harmless.
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
  const gone = leaving.map(({ accountId }) => accountId).filter((id) => !after.has(id));
  await reenterStaff(work.db, work.courseId, gone);
  for (const one of leaving) {
    // Another enrolment remains, which is not ours to end. Only the group is left to leave.
    const remains = after.has(one.accountId);
    if (remains) await leaveGroup(work, one);
    await endRelease(work.db, one, { remains }, work.now());
  }
  return after;
}
