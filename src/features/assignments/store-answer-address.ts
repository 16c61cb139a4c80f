import type { Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { saveAnswerAddress } from './open-views.sql';

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
