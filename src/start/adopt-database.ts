import { type Now, toInstant } from '../core/time';
import type { Database } from '../database/database';
import {
  type Counterpart,
  findOwners,
  findOwnersBeforeMigration,
  forgetCounterpart,
  forgetMoodle,
  hasEnrolled,
  hasEnrolments,
  hideClosedCourses,
  saveCounterpart,
} from './installation.sql';
import { type Counterparts, GIVEN_UP } from './owner-objection';

export interface AdoptOptions {
  /** The Moodle has another address, and is the same. */
  isSameMoodle?: boolean;
  /** People in the Moodle of before may be left to themselves. */
  isWithoutMoodle?: boolean;
}

/**
 * Gives the database to others on purpose. Another Moodle has other ids: without enrolments they are forgotten, with
 * enrolments nothing changes and the answer is `enrolled`, unless an option says what becomes of them.
 */
export async function adoptDatabase(
  db: Database,
  { slack, moodle }: Counterparts,
  now: Now,
  options: AdoptOptions,
): Promise<'adopted' | 'enrolled'> {
  const at = toInstant(now);
  return db.transaction(async (tx) => {
    const { moodle: before } = await findOwners(tx);
    if (await isHeldByEnrolments(tx, before, moodle, options)) return 'enrolled';
    await saveCounterpart(tx, 'slack', slack, at);
    if (!moodle) await giveUpMoodle(tx, before, now);
    if (moodle && isOther(before, moodle) && !options.isSameMoodle) await forgetMoodle(tx);
    if (moodle) await saveCounterpart(tx, 'moodle', moodle, at);
    return 'adopted';
  });
}

/** Whether `adoptDatabase` would answer `enrolled`. Reads a database of any version, and changes nothing. */
export async function wouldNotAdopt(db: Database, { moodle }: Counterparts, options: AdoptOptions): Promise<boolean> {
  const { moodle: before } = await findOwnersBeforeMigration(db);
  return isHeldByEnrolments(db, before, moodle, options);
}

async function isHeldByEnrolments(
  db: Database,
  before: Counterpart | undefined,
  moodle: Counterpart | undefined,
  { isSameMoodle = false, isWithoutMoodle = false }: AdoptOptions,
): Promise<boolean> {
  if (!before) return false;
  if (moodle) return isOther(before, moodle) && !isSameMoodle && hasEnrolled(db);
  return before.value !== GIVEN_UP && !isWithoutMoodle && hasEnrolments(db);
}

/** While somebody is enrolled, the ids stay, and with them the address of the Moodle that they are of. */
async function giveUpMoodle(tx: Database, before: Counterpart | undefined, now: Now): Promise<void> {
  if (!before || before.value === GIVEN_UP) return;
  await hideClosedCourses(tx);
  if (await hasEnrolments(tx)) {
    await saveCounterpart(tx, 'moodle', { value: GIVEN_UP, name: before.value }, toInstant(now));
    return;
  }
  await forgetMoodle(tx);
  await forgetCounterpart(tx, 'moodle');
}

function isOther(before: Counterpart | undefined, moodle: Counterpart): boolean {
  const address = before?.value === GIVEN_UP ? before.name : before?.value;
  return address !== undefined && address !== moodle.value;
}
