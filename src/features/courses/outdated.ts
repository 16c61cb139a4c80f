import { type Instant, type Now, parseInstant } from '../../core/time';

const OUTDATED_AFTER = { minutes: 25 };

/** Whether the list of courses is older than it should be: two passes were missed. */
export function isOutdated(syncedAt: Instant | undefined, now: Now): boolean {
  return syncedAt === undefined || parseInstant(syncedAt) < now.minus(OUTDATED_AFTER);
}
