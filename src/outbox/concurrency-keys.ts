import type { Instant } from '../core/time';
import type { Database } from '../database/database';

// Messages with one concurrency key, such as those to a channel, go out one at a time. A sender claims a key by moving the
// instant from which it is free past the longest time that sending takes, and releases it by moving that instant to when
// the next message may follow. The claim of a sender that dies lapses by itself. The table is called `lanes`.

/** Stands for the whole workspace. */
const WORKSPACE = '*';

/** Those of the lanes that were free and are ours now; each goes to exactly one sender, however many try. */
export async function claimKeys(tx: Database, keys: readonly string[], at: Instant, until: Instant): Promise<string[]> {
  // In the order of their names, so that two senders never wait for each other.
  const rows = [...keys].sort().map((lane) => ({ lane, free_at: until }));
  const taken = await tx('lanes')
    .insert(rows)
    .onConflict('lane')
    .merge()
    .where('lanes.free_at', '<=', at)
    .returning('lane');
  return taken.map(({ lane }) => lane);
}

/** Only whoever took it until then gives it back. */
export async function releaseKey(db: Database, key: string, takenUntil: Instant, freeAt: Instant): Promise<void> {
  await db('lanes').where({ lane: key, free_at: takenUntil }).update({ free_at: freeAt });
}

/**
 * Until when the workspace as a whole has had its share. Keeps every other sender from asking until the transaction ends.
 */
export async function workspaceShare(tx: Database, at: Instant): Promise<Instant> {
  await tx('lanes').insert({ lane: WORKSPACE, free_at: at }).onConflict('lane').ignore();
  const [row] = await tx('lanes')
    .where({ lane: WORKSPACE })
    .update({ free_at: tx.ref('free_at') }, ['free_at']);
  return row?.free_at ?? at;
}

export async function saveWorkspaceShare(tx: Database, until: Instant): Promise<void> {
  await tx('lanes').where({ lane: WORKSPACE }).update({ free_at: until });
}

/** Lanes that are free for long need no note of it. */
export async function forgetKeys(db: Database, before: Instant): Promise<number> {
  return db('lanes').where('free_at', '<', before).delete();
}
