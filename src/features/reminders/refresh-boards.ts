import { type Now, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { boardZones, queueOutdatedBoards } from './boards.sql';

/** Queues each board once a day, and immediately when the new day outdates it. Idempotent. Returns how many. */
export async function refreshBoards(db: Database, now: Now): Promise<number> {
  let queued = 0;
  for (const zone of await boardZones(db)) {
    const { hour } = now.setZone(zone);
    queued += await queueOutdatedBoards(db, { zone, day: today(now, zone), hour }, toInstant(now));
  }
  return queued;
}
