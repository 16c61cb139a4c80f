import { foldKey } from '../../domain/text';
import type { MoodleFailure } from '../../integrations/moodle/moodle-failure';
import { failEnrolments, giveBack, settleEnrolled } from '../../services/settle-enrolments';
import { type CourseEnrolment, dueToEnrol } from '../../storage/due-enrolments';
import { accountsFor } from './accounts';
import { failGone } from './compare';
import { type CourseAtWork, type Participants, readParticipants } from './course-at-work';
import { joinGroups } from './groups';
import { ENROL, type Ready, send } from './send-enrolments';
import { blindness } from './sight';

/** As many new accounts as one call takes. */
const MOST_AT_ONCE = 150;
/** So few are done within a turn even where every call takes several seconds. */
const LEAST_AT_ONCE = 10;

/** Enrols everybody who waits, in as few calls as Moodle allows. Whatever was done before, by us or others, is seen first. */
export async function enrolDue(work: CourseAtWork, participants: Participants): Promise<void> {
  let known = participants;
  // The turn may have been too short for more.
  const most = Math.max(LEAST_AT_ONCE, Math.floor(MOST_AT_ONCE / 2 ** work.attempts));
  for (;;) {
    const due = await dueToEnrol(work.db, work.courseId, most);
    const unique = onePerAddress(due);
    if (due.length > 0) known = await enrolSome(work, unique, known);
    if (due.length < most && unique.length === due.length) return;
  }
}

/** Two customers may send the same person: whoever comes second finds them in the course. Who was asked for is first. */
function onePerAddress(due: readonly CourseEnrolment[]): CourseEnrolment[] {
  const asked = due.filter(({ askedAt }) => askedAt !== undefined);
  const firsts = new Map<string, CourseEnrolment>();
  for (const one of [...asked, ...due]) {
    const address = foldKey(one.trainee.email);
    if (!firsts.has(address)) firsts.set(address, one);
  }
  return [...firsts.values()];
}

/** Returns the participants as they are then. */
async function enrolSome(
  work: CourseAtWork,
  due: readonly CourseEnrolment[],
  before: Participants,
): Promise<Participants> {
  const ready = await withAccounts(work, due);
  const isIn = ({ accountId }: Ready) => before.has(accountId);
  const theirs = ready.filter((one) => isIn(one) && one.askedAt === undefined);
  await giveBack(work.db, theirs, work.now());
  const gone = ready.filter((one) => !isIn(one) && (one.enrolledAt ?? one.answeredAt) !== undefined);
  await failGone(work, gone);
  const ours = ready.filter((one) => !theirs.includes(one) && !gone.includes(one));
  const done = ours.filter((one) => isIn(one) && isDone(one));
  const failures: MoodleFailure[] = [];
  const sent = await send(
    work,
    ours.filter((one) => !done.includes(one)),
    failures,
  );
  const after = sent.length > 0 ? await readParticipants(work) : before;
  const seen = sent.filter(({ accountId }) => after.has(accountId));
  if (seen.length < sent.length) failures.push(blindness(ENROL));
  await joinGroups(work, [...done, ...seen]);
  await settleEnrolled(work.db, [...done, ...seen], work.now());
  const [failure] = failures;
  if (failure) throw failure;
  return after;
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
  for (const one of due) {
    const account = accounts.get(foldKey(one.trainee.email));
    if (one.accountId !== undefined && one.askedAt !== undefined) ready.push({ ...one, accountId: one.accountId });
    else if (account && 'id' in account) ready.push({ ...one, accountId: account.id });
    else if (account) await failEnrolments(work.db, [one], account.reason, work.now());
  }
  return ready;
}
