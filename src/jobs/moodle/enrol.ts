import { type FailureReason, secondsOf } from '../../domain/enrolment';
import type { NewEnrolment } from '../../domain/moodle';
import { foldKey } from '../../domain/text';
import { toInstant } from '../../domain/time';
import { MOST_ENROLMENTS } from '../../integrations/moodle/moodle';
import { MoodleFailure } from '../../integrations/moodle/moodle-failure';
import { type Failing, failEach, failEnrolments, giveBack, settleEnrolled } from '../../services/settle-enrolments';
import { chunks } from '../../storage/chunks';
import { type CourseEnrolment, dueToEnrol } from '../../storage/due-enrolments';
import { forgetAsking, markAnswered, markAsked } from '../../storage/enrolments';
import { accountsFor } from './accounts';
import { failMissing } from './compare';
import { type CourseAtWork, demandTime, isInDoubt, type Participants, readParticipants } from './course-at-work';
import { joinGroups } from './groups';
import { blindness } from './sight';

const ENROL = 'enrol_manual_enrol_users';
/** The course is read once for all of them; more would be long in one turn. */
const MOST_AT_ONCE = 600;

/** One who has an account in Moodle. */
type Ready = CourseEnrolment & { accountId: number };

/** Enrols everybody who waits, in as few calls as Moodle allows. Whatever was done before, by us or others, is seen first. */
export async function enrolDue(work: CourseAtWork, participants: Participants): Promise<void> {
  let known = participants;
  for (;;) {
    const due = await dueToEnrol(work.db, work.courseId, MOST_AT_ONCE);
    const { after, left } = await enrolSome(work, due, known);
    known = after;
    if (due.length < MOST_AT_ONCE && left === 0) return;
  }
}

/** Of several customers' seats for one person the first enrols them, and the others find them in the course then. */
function oneEach(ready: readonly Ready[]): Ready[] {
  const seen = new Set<number>();
  const isAsked = ({ askedAt }: Ready) => askedAt !== undefined;
  return [...ready.filter(isAsked), ...ready.filter((one) => !isAsked(one))].filter(({ accountId }) => {
    const isFirst = !seen.has(accountId);
    seen.add(accountId);
    return isFirst;
  });
}

/** Returns the participants as they are then, and how many have to be looked at again. */
async function enrolSome(
  work: CourseAtWork,
  due: readonly CourseEnrolment[],
  before: Participants,
): Promise<{ after: Participants; left: number }> {
  const ready = await withAccounts(work, due);
  const isIn = ({ accountId }: Ready) => before.has(accountId);
  await giveBack(
    work.db,
    ready.filter((one) => isIn(one) && one.askedAt === undefined),
    work.now(),
  );
  const removed = ready.filter((one) => !isIn(one) && wasIn(one, before));
  await failMissing(work, removed, before);
  const waiting = ready.filter((one) => !removed.includes(one) && !(isIn(one) && one.askedAt === undefined));
  const ours = oneEach(waiting);
  const done = ours.filter((one) => isIn(one) && isDone(one));
  const hidden = ours.filter((one) => !isIn(one) && one.answeredAt !== undefined);
  const failures: MoodleFailure[] = hidden.length > 0 ? [blindness(ENROL)] : [];
  const sent = await send(
    work,
    ours.filter((one) => !done.includes(one) && !hidden.includes(one)),
    failures,
  );
  const after = sent.length > 0 ? await readParticipants(work) : before;
  const seen = sent.filter(({ accountId }) => after.has(accountId));
  if (seen.length < sent.length) failures.push(blindness(ENROL));
  await joinGroups(work, [...done, ...seen]);
  await settleEnrolled(work.db, [...done, ...seen], work.now());
  const [failure] = failures;
  if (failure) throw failure;
  return { after, left: waiting.length - ours.length };
}

/** Whether they were seen in the course, or Moodle said so and does show who is in it. */
function wasIn({ enrolledAt, answeredAt }: CourseEnrolment, shown: Participants): boolean {
  return enrolledAt !== undefined || (answeredAt !== undefined && shown.size > 0);
}

/** Whether being in the course is all that was wanted; new dates have to be answered for. */
function isDone({ enrolledAt, answeredAt }: CourseEnrolment): boolean {
  return enrolledAt === undefined || answeredAt !== undefined;
}

async function withAccounts(work: CourseAtWork, due: readonly CourseEnrolment[]): Promise<Ready[]> {
  const unknown = due.filter(({ askedAt }) => askedAt === undefined);
  const accounts = await accountsFor(
    work,
    unknown.map(({ trainee }) => trainee),
  );
  const ready: Ready[] = [];
  const failing: Failing[] = [];
  for (const one of due) {
    const account = accounts.get(foldKey(one.trainee.email));
    if (one.accountId !== undefined && one.askedAt !== undefined) ready.push({ ...one, accountId: one.accountId });
    else if (account && 'id' in account) ready.push({ ...one, accountId: account.id });
    else if (account) failing.push({ one, reason: account.reason });
  }
  await failEach(work.db, failing, work.now());
  return ready;
}

/** Returns those that Moodle has enrolled. What it refuses for each role is collected: others go on. */
async function send(work: CourseAtWork, wanted: readonly Ready[], failures: MoodleFailure[]): Promise<Ready[]> {
  const sent: Ready[] = [];
  for (const [role, people] of byRole(wanted)) {
    const roleId = work.roles.get(role);
    if (roleId === undefined) {
      await failEnrolments(work.db, people, 'role_unknown', work.now());
      continue;
    }
    for (const some of chunks(people, MOST_ENROLMENTS)) {
      sent.push(...(await sendNoted(work, some, roleId).catch((error) => collect(error, failures))));
    }
  }
  return sent;
}

function collect(error: unknown, failures: MoodleFailure[]): Ready[] {
  if (!(error instanceof MoodleFailure) || error.kind === 'retry') throw error;
  failures.push(error);
  return [];
}

/** First it is written down that we mean to: from then on whoever is found in the course is there through us. */
async function sendNoted(work: CourseAtWork, people: readonly Ready[], roleId: number): Promise<Ready[]> {
  demandTime(work, ENROL);
  const at = toInstant(work.now());
  const marked = await work.db.transaction((tx) => markAsked(tx, people, at));
  return call(
    work,
    people.filter(({ assignmentId }) => marked.includes(assignmentId)),
    roleId,
  );
}

async function call(work: CourseAtWork, people: readonly Ready[], roleId: number): Promise<Ready[]> {
  if (people.length === 0) return [];
  demandTime(work, ENROL);
  try {
    await work.moodle.enrol(people.map((one) => enrolmentOf(work, one, roleId)));
  } catch (error) {
    if (!(error instanceof MoodleFailure) || error.kind === 'retry' || error.kind === 'misconfigured') throw error;
    return settleRefused(work, people, roleId, error);
  }
  return answered(work, people);
}

async function answered(work: CourseAtWork, people: readonly Ready[]): Promise<Ready[]> {
  await markAnswered(work.db, people, toInstant(work.now()));
  return [...people];
}

/** After any failure the course itself says who is in it. The rest is refused one by one. */
async function settleRefused(
  work: CourseAtWork,
  people: readonly Ready[],
  roleId: number,
  failure: MoodleFailure,
): Promise<Ready[]> {
  const after = await readParticipants(work);
  const isIn = people.filter(
    (one) => after.has(one.accountId) && (one.enrolledAt === undefined || isMailOnly(failure)),
  );
  const left = people.filter((one) => !isIn.includes(one));
  const done = await answered(work, isIn);
  if (left.length === 0) return done;
  if (isInDoubt(work, failure)) throw failure;
  if (failure.code === 'moodle.no_manual_enrolment') {
    await failRefused(work, left, 'course_closed', failure);
    return done;
  }
  const [only, ...others] = left;
  if (only && others.length === 0) {
    await refuse(work, only, failure);
    return done;
  }
  const middle = Math.ceil(left.length / 2);
  const first = await call(work, left.slice(0, middle), roleId);
  return [...done, ...first, ...(await call(work, left.slice(middle), roleId))];
}

/** Everybody of the call is enrolled, with the dates that were sent. */
function isMailOnly({ code }: MoodleFailure): boolean {
  return code === 'moodle.mail';
}

async function refuse(work: CourseAtWork, one: Ready, failure: MoodleFailure): Promise<void> {
  const isAccountGone = failure.code === 'moodle.unknown_user';
  if (isAccountGone && one.enrolledAt === undefined) {
    // It was deleted since we looked: the next turn looks again.
    await forgetAsking(work.db, one.assignmentId);
    throw failure;
  }
  await failRefused(work, [one], isAccountGone ? 'account_gone' : 'refused', failure);
}

/** Whoever is found in the course later is not there through us, if Moodle has clearly refused. */
async function failRefused(
  work: CourseAtWork,
  people: readonly Ready[],
  reason: FailureReason,
  { code }: MoodleFailure,
): Promise<void> {
  const isCertain = code !== 'moodle.uncertain';
  for (const { assignmentId, enrolledAt } of people) {
    if (isCertain && enrolledAt === undefined) await forgetAsking(work.db, assignmentId);
  }
  await failEnrolments(work.db, people, reason, work.now());
}

function byRole(people: readonly Ready[]): Map<string, Ready[]> {
  const groups = new Map<string, Ready[]>();
  for (const one of people) groups.set(one.role, [...(groups.get(one.role) ?? []), one]);
  return groups;
}

function enrolmentOf({ moodleId }: CourseAtWork, { accountId, period, timezone }: Ready, roleId: number): NewEnrolment {
  return { courseId: moodleId, accountId, roleId, ...secondsOf(period, timezone) };
}
