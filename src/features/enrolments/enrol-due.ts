import { emailKey } from '../../core/email';
import type { Profile } from '../../core/person';
import { toInstant } from '../../core/time';
import { type MoodleFailure, OutOfTime } from '../../moodle/moodle-failure';
import { failGone } from './compare-enrolled';
import { findBatchSize, forgetBatchSize, saveBatchSize } from './course-batches.sql';
import type { CourseRun } from './course-run';
import { type CourseEnrolment, dueToEnrol } from './due-enrolments.sql';
import { findOrCreateAccounts } from './find-accounts';
import { forgetAccountsMade, markAccountsMade } from './lost-mail/lost-mail.sql';
import { joinGroups } from './order-groups';
import { type Participants, readParticipants } from './participants';
import { send } from './send-enrolments';
import { ENROL, hasFirstDates, type Ready } from './sending';
import { type Failing, failEach, giveBack, settleEnrolled } from './settle-enrolments';
import { notVisible } from './visibility';

/** Batch size. One read of the course serves a batch; a larger batch takes too long for one attempt. */
const MAX_AT_ONCE = 1_000;
/** Limit for people without an exact match: each takes one call to look up. */
const MAX_UNKNOWN = 300;
/** A batch that fits into one attempt even when every call takes several seconds. */
const MIN_AT_ONCE = 10;

/** Enrols all due trainees in as few calls as Moodle allows. After running out of time, halves the batch. */
export async function enrolDue(work: CourseRun, participants: Participants): Promise<void> {
  const { db, courseId } = work;
  const size = (await findBatchSize(db, courseId)) ?? MAX_AT_ONCE;
  try {
    await enrolBatches(work, participants, size);
  } catch (error) {
    if (error instanceof OutOfTime) await saveBatchSize(db, courseId, Math.max(MIN_AT_ONCE, Math.floor(size / 2)));
    throw error;
  }
  if (size < MAX_AT_ONCE) await forgetBatchSize(db, courseId);
}

/** First looks at earlier work, ours or others'. */
async function enrolBatches(work: CourseRun, participants: Participants, most: number): Promise<void> {
  let known = participants;
  const failures: MoodleFailure[] = [];
  for (let past = 0; ; ) {
    const due = await dueToEnrol(work.db, work.courseId, most, past);
    const passed = await enrolSome(work, due, known);
    known = passed.after;
    failures.push(...passed.failures);
    // Skips the batch after a refusal, so that later enrolments do not wait for it.
    const isOver = passed.left === 0 || passed.failures.length > 0;
    if (isOver) past = due.at(-1)?.assignmentId ?? past;
    if (isOver && due.length < most) break;
  }
  const [failure] = failures;
  if (failure) throw failure;
}

/**
 * One enrolment per account. When several customers assign seats to one person, the first enrols the person, and the
 * others then find them in the course.
 */
function oneEach(ready: readonly Ready[]): Ready[] {
  const seen = new Set<number>();
  const isAsked = ({ askedAt }: Ready) => askedAt !== undefined;
  return [...ready.filter(isAsked), ...ready.filter((one) => !isAsked(one))].filter(({ accountId }) => {
    const isFirst = !seen.has(accountId);
    seen.add(accountId);
    return isFirst;
  });
}

/** Returns the participants afterwards, and the number of enrolments left for another pass. */
async function enrolSome(
  work: CourseRun,
  due: readonly CourseEnrolment[],
  before: Participants,
): Promise<{ after: Participants; left: number; failures: MoodleFailure[] }> {
  const { ready, later } = await withAccounts(work, due, before);
  const isIn = ({ accountId }: Ready) => before.has(accountId);
  const theirs = ready.filter((one) => isIn(one) && one.askedAt === undefined);
  await giveBack(work.db, theirs, work.now());
  const gone = ready.filter((one) => !isIn(one) && (one.enrolledAt ?? one.answeredAt) !== undefined);
  await failGone(work, gone);
  const waiting = ready.filter((one) => !theirs.includes(one) && !gone.includes(one));
  const ours = oneEach(waiting);
  const done = ours.filter((one) => isIn(one) && isDone(one));
  const failures: MoodleFailure[] = [];
  const sent = await send(
    work,
    ours.filter((one) => !done.includes(one)),
    failures,
  );
  const after = sent.length > 0 ? await readParticipants(work) : before;
  const seen = sent.filter(({ accountId }) => after.has(accountId));
  if (seen.length < sent.length) failures.push(notVisible(ENROL));
  await joinGroups(work, [...done, ...seen]);
  await settleEnrolled(work.db, [...done, ...seen], work.now());
  return { after, left: later + waiting.length - ours.length, failures };
}

/** First dates need only presence in the course. New dates also need an answer from Moodle. */
function isDone(one: CourseEnrolment): boolean {
  return one.answeredAt !== undefined || hasFirstDates(one);
}

/** Enrolments with an account, and the number of people not looked up yet. */
async function withAccounts(
  work: CourseRun,
  due: readonly CourseEnrolment[],
  before: Participants,
): Promise<{ ready: Ready[]; later: number }> {
  const people = due.filter(({ askedAt }) => askedAt === undefined).map(({ trainee }) => trainee);
  const beforeCreating = (some: readonly Profile[]) => noteNewAccounts(work, due, some);
  const accounts = await findOrCreateAccounts(work, people, {
    maxUnknown: MAX_UNKNOWN,
    inside: before,
    beforeCreating,
  });
  const ready: Ready[] = [];
  const failing: Failing[] = [];
  for (const one of due) {
    const account = accounts.get(emailKey(one.trainee.email));
    if (one.accountId !== undefined && one.askedAt !== undefined) ready.push({ ...one, accountId: one.accountId });
    else if (account && 'id' in account) ready.push({ ...one, accountId: account.id });
    else if (account) failing.push({ one, reason: account.reason });
  }
  const withoutAccount = failing.filter(({ reason }) => reason === 'account_refused');
  await forgetAccountsMade(work.db, idsOf(withoutAccount.map(({ one }) => one)));
  await failEach(work.db, failing, work.now());
  return { ready, later: due.length - ready.length - failing.length };
}

async function noteNewAccounts(
  { db, now }: CourseRun,
  due: readonly CourseEnrolment[],
  people: readonly Profile[],
): Promise<void> {
  const keys = new Set(people.map(({ email }) => emailKey(email)));
  const theirs = due.filter(({ trainee }) => keys.has(emailKey(trainee.email)));
  await markAccountsMade(db, idsOf(theirs), toInstant(now()));
}

function idsOf(people: readonly CourseEnrolment[]): number[] {
  return people.map(({ assignmentId }) => assignmentId);
}
