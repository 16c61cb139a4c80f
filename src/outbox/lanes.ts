import type { Instant } from '../core/time';
import type { Database } from '../database/database';

// A lane is a place that takes one message at a time, such as a channel. It is free from an instant on: whoever sends
// holds it by moving that instant past the longest time sending may take, and gives it back by moving it to when the
// next message may follow. Who dies while sending lets go of it that way too.

/** Stands for the whole workspace. */
const WORKSPACE = '*';

/** Those of the lanes that were free and are ours now; each goes to exactly one sender, however many try. */
export async function takeLanes(
  tx: Database,
  lanes: readonly string[],
  at: Instant,
  until: Instant,
): Promise<string[]> {
  // In the order of their names, so that two senders never wait for each other.
  const rows = [...lanes].sort().map((lane) => ({ lane, free_at: until }));
  const taken = await tx('lanes')
    .insert(rows)
    .onConflict('lane')
    .merge()
    .where('lanes.free_at', '<=', at)
    .returning('lane');
  return taken.map(({ lane }) => lane);
}

/** Only whoever took it until then gives it back. */
export async function releaseLane(db: Database, lane: string, takenUntil: Instant, freeAt: Instant): Promise<void> {
  await db('lanes').where({ lane, free_at: takenUntil }).update({ free_at: freeAt });
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
export async function forgetLanes(db: Database, before: Instant): Promise<number> {
  return db('lanes').where('free_at', '<', before).delete();
}
