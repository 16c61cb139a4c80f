import { type Now, toInstant } from '../core/time';
import type { Database } from '../database/database';
import type { CallBudgets } from './call-budgets';
import { startSending } from './claims';
import { claimKeys, releaseKey } from './concurrency-keys';
import type { OutboxEntry } from './outbox-entry';

/** Claims entries for one sender, as many as the budgets allow. Returns those that it now has to send. */
export async function claimEntries(
  db: Database,
  entries: readonly OutboxEntry[],
  budgets: CallBudgets,
  { now, until }: { now: Now; until: Now },
): Promise<OutboxEntry[]> {
  const [at, leasedUntil] = [toInstant(now), toInstant(until)];
  return db.transaction(async (tx) => {
    const wanted = await budgets.allow(tx, entries, now);
    if (wanted.length === 0) return [];
    const keys = wanted.map(({ concurrencyKey }) => concurrencyKey);
    const claimed = await claimKeys(tx, keys, at, leasedUntil);
    const ours = wanted.filter(({ concurrencyKey }) => claimed.includes(concurrencyKey));
    const ids = await startSending(tx, ours, at);
    for (const { id, concurrencyKey } of ours)
      if (!ids.includes(id)) await releaseKey(tx, concurrencyKey, [leasedUntil], at);
    const started = ours.filter(({ id }) => ids.includes(id));
    await budgets.spend(tx, started, now);
    return started;
  });
}
