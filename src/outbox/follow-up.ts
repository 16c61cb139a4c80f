import { type Now, toInstant } from '../core/time';
import type { Database } from '../database/database';
import { enqueue, type NewEntry } from './outbox';
import type { OutboxEntry } from './outbox-entry';

const PREFIX = 'again:';
/** Seconds after which a call that we no longer wait for can no longer take effect. */
const LANDED_AFTER = 15;

interface Followed extends Pick<NewEntry, 'message' | 'subject'> {
  to?: NewEntry['to'] | undefined;
  concurrencyKey?: string;
}

/**
 * Queues one more update for when a call without an answer can no longer take effect: it may do so after a newer one, and
 * then show what is outdated. `call` identifies it.
 */
export async function followUp(
  tx: Database,
  { message, subject, to, concurrencyKey }: Followed,
  call: string,
  now: Now,
): Promise<void> {
  const dueAt = toInstant(now.plus({ seconds: LANDED_AFTER }));
  const place = { ...(to && { to }), ...(concurrencyKey && { concurrencyKey }) };
  const dedupeKey = `${PREFIX}${call}`;
  await enqueue(tx, { message, subject, ...place, dedupeKey, priority: 2, dueAt }, toInstant(now));
}

/** Such an update is made even if nothing has changed. */
export function isFollowUp({ dedupeKey }: Pick<OutboxEntry, 'dedupeKey'>): boolean {
  return dedupeKey.startsWith(PREFIX);
}
