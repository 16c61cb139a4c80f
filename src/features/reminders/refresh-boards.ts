import { type Now, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { boardZones, queueOutdatedBoards } from './boards.sql';

/** Has every board looked at once a day, and at once where the new day made it untrue. Safe to call often. Returns how many. */
export async function refreshBoards(db: Database, now: Now): Promise<number> {
  let queued = 0;
  for (const zone of await boardZones(db)) {
    const { hour } = now.setZone(zone);
    queued += await queueOutdatedBoards(db, { zone, day: today(now, zone), hour }, toInstant(now));
  }
  return queued;
}
