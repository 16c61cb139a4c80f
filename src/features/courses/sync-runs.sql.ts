import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';
import type { MoodlePassRow } from '../../database/tables';

/** `courses`: copies the list of courses. `review`: compares enrolments with Moodle's. */
export type SyncRunKind = MoodlePassRow['pass'];

/** Time of the last sync run of this kind; undefined before the first. */
export async function lastSyncRun(db: Database, pass: SyncRunKind): Promise<Instant | undefined> {
  const row = await db('moodle_passes').where({ pass }).first('at');
  return row?.at;
}

/**
 * True for exactly one of several concurrent callers, when there was no run since `since`. Ignores a run in the future,
 * which a clock that was set back leaves behind.
 */
export async function claimSyncRun(db: Database, pass: SyncRunKind, since: Instant, at: Instant): Promise<boolean> {
  const claimed = await db('moodle_passes')
    .insert({ pass, at })
    .onConflict('pass')
    .merge()
    .where((free) => free.where('moodle_passes.at', '<', since).orWhere('moodle_passes.at', '>', at))
    .returning('pass');
  return claimed.length > 0;
}

export async function saveSyncRun(db: Database, pass: SyncRunKind, at: Instant): Promise<void> {
  await db('moodle_passes').insert({ pass, at }).onConflict('pass').merge();
}
