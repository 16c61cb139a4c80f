import { toInstant } from '../../core/time';
import { chunks } from '../../database/chunks';
import { MAX_ENROLMENTS } from '../../moodle/client';
import { MoodleFailure } from '../../moodle/moodle-failure';
import type { FailureReason } from '../assignments/enrolment';
import { forgetAsking, markAnswered, markAsked, takeBackAsking } from '../assignments/enrolment-marks.sql';
import { allOf, type CourseRun, isInDoubt, requireTime } from './course-run';
import { forgetMailFailed, markMailFailed } from './lost-mail/lost-mail.sql';
import { type Participants, readParticipants } from './participants';
import { byRole, ENROL, enrolmentOf, hasFirstDates, isAskedNow, type Ready, type Sending } from './sending';
import { failEnrolments } from './settle-enrolments';

/** Returns the enrolments that Moodle has made. Collects its refusals in `failures` and goes on. */
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
    // After an unanswered attempt, send one by one: one enrolment may break Moodle, or many may be too slow.
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

/** Records the intent first. From then on, an enrolment found in the course is ours. */
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

/** After any failure, the course list decides who is enrolled. Splits the rest until each refusal has its trainee. */
async function settleRefused(work: Sending, people: readonly Ready[], failure: MoodleFailure): Promise<Ready[]> {
  if (failure.mayGoOn) work.doubts.push(failure);
  // Noted before anything else: a later attempt finds these people enrolled, and asks Moodle nothing more.
  if (isMailOnly(failure)) await markMailFailed(work.db, idsOf(people), toInstant(work.now()));
  const after = await readParticipants(work);
  const isIn = people.filter((one) => after.has(one.accountId) && (hasFirstDates(one) || isMailOnly(failure)));
  const left = people.filter((one) => !isIn.includes(one));
  if (isMailOnly(failure)) await forgetMailFailed(work.db, idsOf(left));
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

function idsOf(people: readonly Ready[]): number[] {
  return people.map(({ assignmentId }) => assignmentId);
}

/** Only the email failed: everybody in the call is enrolled, with the dates sent. */
function isMailOnly({ code }: MoodleFailure): boolean {
  return code === 'moodle.mail';
}

async function refuse(work: Sending, one: Ready, failure: MoodleFailure, inside: Participants): Promise<void> {
  const isAccountGone = failure.code === 'moodle.unknown_user';
  if (isAccountGone && one.enrolledAt === undefined) {
    // The account was deleted since the lookup. The next attempt looks it up again; this one goes on with the others.
    await forgetAsking(work.db, one.assignmentId);
    work.failures.push(failure);
    return;
  }
  await failRefused(work, [one], isAccountGone ? 'account_gone' : 'refused', inside);
}

/** Moodle refused: for people not in the course, an enrolment found later is not ours. */
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
