import { type Now, today, toInstant } from '../domain/time';
import { boardZones, queueOutdatedBoards } from '../storage/boards';
import type { Database } from '../storage/database';

/** Brings every board up to date that a day which has begun since made untrue. Safe to call often. Returns how many. */
export async function refreshBoards(db: Database, now: Now): Promise<number> {
  let queued = 0;
  for (const zone of await boardZones(db)) {
    queued += await queueOutdatedBoards(db, zone, today(now, zone), toInstant(now));
  }
  return queued;
}
