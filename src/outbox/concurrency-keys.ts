import type { Instant } from '../core/time';
import type { Database } from '../database/database';

// A concurrency key stands for a place that takes one message at a time, such as a channel. It stores the instant from
// which it is free. A sender claims the key by moving that instant past the longest possible delivery, and releases it
// by setting the instant at which the next message may follow. After a crash, the claim simply expires.

/**
 * Claims the keys that are free and returns them. Each key goes to exactly one sender, even when several try at once.
 */
export async function claimKeys(tx: Database, keys: readonly string[], at: Instant, until: Instant): Promise<string[]> {
  // Sorted, so that two senders cannot deadlock.
  const rows = [...keys].sort().map((lane) => ({ lane, free_at: until }));
  const taken = await tx('lanes')
    .insert(rows)
    .onConflict('lane')
    .merge()
    .where('lanes.free_at', '<=', at)
    .returning('lane');
  return taken.map(({ lane }) => lane);
}

/** Extends a claim until one of the instants `from`. False when it no longer stands: another sender took the key. */
export async function extendKey(db: Database, key: string, from: readonly Instant[], until: Instant): Promise<boolean> {
  return (await moveKey(db, key, from, until)) === 1;
}

/** Does nothing unless a claim until one of the instants `takenUntil` still stands. */
export async function releaseKey(
  db: Database,
  key: string,
  takenUntil: readonly Instant[],
  freeAt: Instant,
): Promise<void> {
  await moveKey(db, key, takenUntil, freeAt);
}

async function moveKey(db: Database, key: string, from: readonly Instant[], to: Instant): Promise<number> {
  return db('lanes')
    .where({ lane: key })
    .whereIn('free_at', [...from])
    .update({ free_at: to });
}

/** A key without a row is free. */
export async function forgetKeys(db: Database, before: Instant): Promise<number> {
  return db('lanes').where('free_at', '<', before).delete();
}
