import { SYSTEM } from '../../../core/person';
import { type Now, toInstant } from '../../../core/time';
import { chunks } from '../../../database/chunks';
import type { Database } from '../../../database/database';
import { record } from '../../../database/ledger';
import { enqueue } from '../../../outbox/outbox';
import { seatMailFailed, seatSignedIn } from '../../assignments/seat-changes';
import type { CourseEnrolment } from '../due-enrolments.sql';
import { aboutSeat, factsOf } from '../seat-facts';
import { mailLost, subjectOfLost } from './lost-mail.messages';
import { markSignedIn, takeUntold } from './lost-mail.sql';

/** A concurrent assignment waits for a transaction of at most this many rows. */
const BATCH_SIZE = 100;

/** Records whose mail Moodle could not send, and notifies the people who assigned them: once for each trainee. */
export async function noteLostMail(tx: Database, enrolled: readonly CourseEnrolment[], now: Now): Promise<void> {
  const at = toInstant(now);
  const untold = await takeUntold(
    tx,
    enrolled.map(({ assignmentId }) => assignmentId),
    at,
  );
  const lost = enrolled.filter(({ assignmentId }) => untold.has(assignmentId));
  const entries = lost.map((one) => seatMailFailed({ ...aboutSeat(one) }, factsOf(one)));
  await record(tx, SYSTEM, now, ...entries);
  for (const { trainee, waiting } of lost) {
    await enqueue(tx, { message: mailLost, subject: subjectOfLost(trainee.customerId, at), to: waiting }, at);
  }
}

/** Moodle shows that these trainees can sign in; recorded once each. */
export async function noteSignedIn(db: Database, list: readonly CourseEnrolment[], now: Now): Promise<void> {
  for (const some of chunks(list, BATCH_SIZE)) {
    await db.transaction(async (tx) => {
      const noted: CourseEnrolment[] = [];
      for (const one of some) if (await markSignedIn(tx, one.assignmentId, toInstant(now))) noted.push(one);
      await record(tx, SYSTEM, now, ...noted.map((one) => seatSignedIn({ ...aboutSeat(one) }, factsOf(one))));
    });
  }
}
