import { type Now, toInstant } from '../core/time';
import type { Database } from '../database/database';
import type { Counterparts } from './claim-database';
import { findCounterpart, forgetMoodle, hasEnrolled, saveCounterpart } from './installation.sql';

/**
 * Gives the database to others on purpose. Another Moodle has other ids: without enrolments they are forgotten, with
 * enrolments nothing changes and the answer is `enrolled`, unless it is the same Moodle at another address.
 */
export async function adoptDatabase(
  db: Database,
  { slack, moodle }: Counterparts,
  now: Now,
  { isSameMoodle }: { isSameMoodle: boolean },
): Promise<'adopted' | 'enrolled'> {
  const at = toInstant(now);
  return db.transaction(async (tx) => {
    const before = await findCounterpart(tx, 'moodle');
    const isOther = moodle !== undefined && before !== undefined && before.value !== moodle.value && !isSameMoodle;
    if (isOther && (await hasEnrolled(tx))) return 'enrolled';
    if (isOther) await forgetMoodle(tx);
    await saveCounterpart(tx, 'slack', slack, at);
    if (moodle) await saveCounterpart(tx, 'moodle', moodle, at);
    return 'adopted';
  });
}
