import { type Instant, isWithin, type Now, parseInstant } from '../../core/time';

const OUTDATED_AFTER = { minutes: 25 };

/** Whether the list of courses is outdated, because two sync runs were missed. */
export function isOutdated(syncedAt: Instant | undefined, now: Now): boolean {
  return syncedAt === undefined || !isWithin(parseInstant(syncedAt), now, OUTDATED_AFTER);
}
