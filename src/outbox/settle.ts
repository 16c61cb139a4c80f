import { setTimeout as sleep } from 'node:timers/promises';
import { type Instant, type Now, toInstant } from '../core/time';
import { type Database, isUnavailable } from '../database/database';
import { releaseKey } from './concurrency-keys';
import type { DeliverySettings } from './delivery-settings';
import type { OutboxEntry } from './outbox-entry';

const ATTEMPTS = 12;
/** Longer than the time for which writers fail fast after a lock timeout. */
const AGAIN_MS = 1_050;

/**
 * Saves the answer of Slack and releases the concurrency key, both or neither. Only this process knows the answer, so it
 * is saved again after a conflict or a lock. `takenUntil` is what the key says if it is still ours.
 */
export async function settle(
  { concurrencyKey, dedupeKey }: OutboxEntry,
  takenUntil: readonly Instant[],
  freeAt: Now,
  mark: (tx: Database) => Promise<void>,
  { db, log }: Pick<DeliverySettings, 'db' | 'log'>,
): Promise<void> {
  for (let left = ATTEMPTS - 1; ; left -= 1) {
    try {
      await db.transaction(async (tx) => {
        await mark(tx);
        await releaseKey(tx, concurrencyKey, takenUntil, toInstant(freeAt));
      });
      return;
    } catch (error) {
      if (left === 0) throw error;
      log.warn({ err: error, entry: dedupeKey }, 'A message is to be settled again');
      // A conflicting transaction has ended by now; a locked database needs time.
      if (isUnavailable(error)) await sleep(AGAIN_MS);
    }
  }
}
