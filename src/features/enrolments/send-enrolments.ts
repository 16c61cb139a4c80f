import { toInstant } from '../../core/time';
import { chunks } from '../../database/chunks';
import { MAX_ENROLMENTS } from '../../moodle/client';
import type { NewEnrolment } from '../../moodle/moodle';
import { MoodleFailure } from '../../moodle/moodle-failure';
import { type FailureReason, secondsOf } from '../assignments/enrolment';
import { forgetAsking, markAnswered, markAsked, takeBackAsking } from '../assignments/enrolment-marks.sql';
import { allOf, type CourseRun, isInDoubt, requireTime } from './course-run';
import type { CourseEnrolment } from './due-enrolments.sql';
import { type Participants, readParticipants } from './participants';
import { failEnrolments } from './settle-enrolments';

export const ENROL = 'enrol_manual_enrol_users';

/** One who has an account in Moodle. */
export type Ready = CourseEnrolment & { accountId: number };
/** `failures` are those that keep nobody else waiting. */
type Sending = CourseRun & { roleId: number; failures: MoodleFailure[] };

/** Returns those that Moodle has enrolled. What it refuses for each role is collected: others go on. */
export async function send(work: CourseRun, wanted: readonly Ready[], failures: MoodleFailure[]): Promise<Ready[]> {
  const sent: Ready[] = [];
  for (const [role, people] of byRole(wanted)) {
    const roleId = work.roles.get(role);
    if (roleId === undefined) {
      await failEnrolments(work.db, people, 'role_unknown', work.now());
      continue;
    }
    const sending = { ...work, roleId, failures };
    const attempt = (some: Ready[]) => sendNoted(sending, some).catch((error) => collect(error, failures));
    // Where Moodle breaks over somebody, or is too slow for many, it is asked for one by one.
    if (work.isDoubted) for (const one of people) sent.push(...(await attempt([one])));
    else sent.push(...(await allOf(chunks(people, MAX_ENROLMENTS).map(attempt))).flat());
  }
  return sent;
}

function collect(error: unknown, failures: MoodleFailure[]): Ready[] {
  if (!(error instanceof MoodleFailure) || error.kind === 'retry') throw error;
  failures.push(error);
  return [];
}

/** First it is written down that we mean to: from then on whoever is found in the course is there through us. */
async function sendNoted(work: Sending, people: readonly Ready[]): Promise<Ready[]> {
  requireTime(work, ENROL);
  const at = toInstant(work.now());
  const marked = await work.db.transaction((tx) => markAsked(tx, people, at));
  return call(
    work,
    people.filter(({ assignmentId }) => marked.includes(assignmentId)),
  );
}

async function call(work: Sending, people: readonly Ready[]): Promise<Ready[]> {
  if (people.length === 0) return [];
  try {
    requireTime(work, ENROL);
    await work.moodle.enrol(
      people.map((one) => enrolmentOf(work, one)),
      work.mayBegin,
    );
  } catch (error) {
    if (!(error instanceof MoodleFailure)) throw error;
    if (!error.isForLater) return settleRefused(work, people, error);
    if (error.isCertain) await takeBackAsking(work.db, people.filter(isAskedNow));
    throw error;
  }
  return answered(work, people);
}

async function answered(work: CourseRun, people: readonly Ready[]): Promise<Ready[]> {
  await markAnswered(work.db, people, toInstant(work.now()));
  return [...people];
}

/** After any failure the course itself says who is in it. The rest is refused one by one. */
async function settleRefused(work: Sending, people: readonly Ready[], failure: MoodleFailure): Promise<Ready[]> {
  if (failure.mayGoOn) work.doubts.push(failure);
  const after = await readParticipants(work);
  const isIn = people.filter((one) => after.has(one.accountId) && (hasFirstDates(one) || isMailOnly(failure)));
  const left = people.filter((one) => !isIn.includes(one));
  const done = await answered(work, isIn);
  if (failure.mayGoOn && left.length > 0) throw failure;
  if (failure.mayGoOn) work.doubts.splice(work.doubts.indexOf(failure), 1);
  if (left.length === 0) return done;
  if (failure.code === 'moodle.no_manual_enrolment') {
    await failRefused(work, left, 'course_closed', after);
    return done;
  }
  const [only, ...others] = left;
  if (only && others.length === 0) {
    if (isInDoubt(work, failure)) work.failures.push(failure);
    else await refuse(work, only, failure, after);
    return done;
  }
  const middle = Math.ceil(left.length / 2);
  const first = await call(work, left.slice(0, middle));
  return [...done, ...first, ...(await call(work, left.slice(middle)))];
}

/** Everybody of the call is enrolled, with the dates that were sent. */
function isMailOnly({ code }: MoodleFailure): boolean {
  return code === 'moodle.mail';
}

async function refuse(work: Sending, one: Ready, failure: MoodleFailure, inside: Participants): Promise<void> {
  const isAccountGone = failure.code === 'moodle.unknown_user';
  if (isAccountGone && one.enrolledAt === undefined) {
    // It was deleted since we looked: the next turn looks again, and this one goes on with the others.
    await forgetAsking(work.db, one.assignmentId);
    work.failures.push(failure);
    return;
  }
  await failRefused(work, [one], isAccountGone ? 'account_gone' : 'refused', inside);
}

/** Moodle has refused: whoever is not in the course, and is found there later, is not there through us. */
async function failRefused(
  work: CourseRun,
  people: readonly Ready[],
  reason: FailureReason,
  inside: Participants,
): Promise<void> {
  for (const { assignmentId, enrolledAt, accountId } of people) {
    if (enrolledAt === undefined && !inside.has(accountId)) await forgetAsking(work.db, assignmentId);
  }
  await failEnrolments(work.db, people, reason, work.now());
}

/** In the course with the dates wanted now, if in it at all: Moodle was never asked for others. */
export function hasFirstDates({ enrolledAt, revision, askedRevision = revision }: CourseEnrolment): boolean {
  return enrolledAt === undefined && askedRevision === revision;
}

/** Moodle was not asked for them before this turn. */
function isAskedNow({ askedAt }: CourseEnrolment): boolean {
  return askedAt === undefined;
}

function byRole(people: readonly Ready[]): Map<string, Ready[]> {
  const groups = new Map<string, Ready[]>();
  for (const one of people) groups.set(one.role, [...(groups.get(one.role) ?? []), one]);
  return groups;
}

function enrolmentOf({ moodleId, roleId }: Sending, { accountId, period, timezone }: Ready): NewEnrolment {
  return { courseId: moodleId, accountId, roleId, ...secondsOf(period, timezone) };
}
