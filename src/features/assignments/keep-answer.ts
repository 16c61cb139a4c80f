import type { Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';

/** Slack accepts answers to a command for 30 minutes. */
const ANSWER_FOR = { minutes: 29 };

/** Stores the address of the answer: a second answer follows when Moodle is done. */
export async function keepAnswer(
  db: Database,
  assignmentId: number,
  by: Person,
  address: string,
  now: Now,
): Promise<void> {
  const answer = { url: address, until: toInstant(now.plus(ANSWER_FOR)), at: toInstant(now) };
  await keepAnswerAddress(db, assignmentId, by, answer);
}
