import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';
import type { MoodlePassRow } from '../../database/tables';

/** `courses`: the list of courses was taken over. `review`: enrolments were compared with Moodle's. */
export type Pass = MoodlePassRow['pass'];

/** When the last one of the kind was made; undefined before the first. */
export async function lastSyncRun(db: Database, pass: Pass): Promise<Instant | undefined> {
  const row = await db('moodle_passes').where({ pass }).first('at');
  return row?.at;
}

/** True for exactly one, however many try: nobody has made one since then. One of the future is of a clock that was set back. */
export async function claimSyncRun(db: Database, pass: Pass, since: Instant, at: Instant): Promise<boolean> {
  const claimed = await db('moodle_passes')
    .insert({ pass, at })
    .onConflict('pass')
    .merge()
    .where((free) => free.where('moodle_passes.at', '<', since).orWhere('moodle_passes.at', '>', at))
    .returning('pass');
  return claimed.length > 0;
}

export async function saveSyncRun(db: Database, pass: Pass, at: Instant): Promise<void> {
  await db('moodle_passes').insert({ pass, at }).onConflict('pass').merge();
}
