import { UserError } from '../../core/errors';
import type { Person } from '../../core/person';
import type { Now } from '../../core/time';
import { toInstant } from '../../core/time';
import { fullName, isCalled } from '../../core/trainee';
import type { Database } from '../../database/database';
import { customerFor } from '../orders/find-customer-for';
import { assignSeat } from './assign-seat';
import type { Assignment } from './assignment';
import { saveAnswerAddress } from './open-views.sql';
import { findTraineeByEmail } from './trainees.sql';

interface Line {
  channel: string | undefined;
  email: string;
  /** What was written before the address; empty when nothing was. */
  name: string;
  /** A short name. */
  course: string;
}

/** Assigns a seat of the channel's customer to a known trainee. Undefined when the form must ask for more. */
export async function assignInOneLine(
  db: Database,
  { channel, email, name, course }: Line,
  by: Person,
  now: Now,
  { submission, enrols }: { submission: string | undefined; enrols: boolean },
): Promise<Assignment | undefined> {
  const customer = await customerFor(db, { channel }, by, 'assign');
  const trainee = customer && (await findTraineeByEmail(db, customer.id, email));
  if (!customer || !trainee) return undefined;
  if (name && !isCalled(trainee, name)) {
    throw new UserError({ code: 'trainee.known_as_in_line', details: { email, trainee: fullName(trainee) } });
  }
  const form = { customer: customer.code, pool: undefined, course, trainee, start: undefined, end: undefined };
  return assignSeat(db, form, by, now, submission, { enrols });
}

/** Slack lets a command be answered for half an hour. */
const ANSWER_FOR = { minutes: 29 };

/** The answer of one line is followed there by another when Moodle is done. */
export async function storeAnswerAddress(
  db: Database,
  assignmentId: number,
  by: Person,
  address: string,
  now: Now,
): Promise<void> {
  const answer = { url: address, until: toInstant(now.plus(ANSWER_FOR)), at: toInstant(now) };
  await saveAnswerAddress(db, assignmentId, by, answer);
}
