import type { Instant } from '../core/time';
import { type Database, notHeldByOthers } from '../database/database';
import { QUEUE_IN_DOUBT } from './calls';
import { TO } from './due-entries';
import { AT_ONCE, LIVE, wakeSender } from './outbox';
import type { Destination, OutboxEntry } from './outbox-entry';

// How a sender claims due entries and settles them.

/**
 * Caller must hold the concurrency keys of the entries. Returns the ids of the entries now being sent. Leaves out
 * entries that were settled meanwhile, or that another transaction is queueing again: a later round sends its change.
 */
export async function startSending(tx: Database, entries: readonly OutboxEntry[], at: Instant): Promise<number[]> {
  const unchanged = tx('outbox')
    .whereIn(
      ['id', 'attempts'],
      entries.map(({ id, attempts }) => [id, attempts]),
    )
    .whereRaw(LIVE)
    .select('id');
  const held = await notHeldByOthers(tx, unchanged);
  const rows = await tx('outbox')
    .whereIn(
      'id',
      held.map(({ id }) => id),
    )
    .update(
      {
        state: 'sending',
        method: tx.raw(QUEUE_IN_DOUBT),
        attempts: tx.raw('attempts + 1'),
        first_tried_at: tx.raw('coalesce(first_tried_at, ?)', [at]),
      },
      ['id'],
    );
  return rows.map(({ id }) => id);
}

/** Does nothing when another sender has taken over the entry; nor do `postpone` and `markDead`. */
export async function markSent(
  db: Database,
  entry: OutboxEntry,
  message: { channel: string; ts: string } | undefined,
  at: Instant,
): Promise<void> {
  await tried(db, entry).update({
    state: 'sent',
    slack_channel: message?.channel ?? null,
    slack_ts: message?.ts ?? null,
    last_error: null,
    settled_at: at,
  });
}

/**
 * `unknown` means that the attempt may have succeeded without an answer; after `pending`, it waits in `queue`. Deletes the entry when the same message is
 * already pending again, unless only this entry knows the place where it may stand.
 */
export async function postpone(
  db: Database,
  entry: OutboxEntry,
  next: { state: 'pending' | 'unknown'; dueAt: Instant; seconds: number; error: string; queue: string },
): Promise<void> {
  const waiting = db('outbox as other')
    .where('other.state', 'pending')
    .where('other.coalesce_key', db.ref('outbox.coalesce_key'))
    .whereNot('other.id', entry.id);
  if (next.state === 'unknown') waiting.where('other.lane', entry.concurrencyKey);
  const changed = await tried(db, entry)
    .whereNotExists(waiting.select(db.raw('1')))
    .update({
      state: next.state,
      due_at: next.dueAt,
      tried_seconds: entry.triedSeconds + Math.round(next.seconds),
      last_error: next.error,
      ...(next.state === 'pending' && { method: next.queue }),
    });
  if (changed === 0) await tried(db, entry).delete();
}

/** Clears the error of an entry that works again but is not settled yet. */
export async function forgetError(db: Database, id: number): Promise<void> {
  await db('outbox').where({ id }).update({ last_error: null });
}

/** Makes entries that wait because of one of these errors due at once; leaves all others. */
export async function hasten(db: Database, destination: Destination, errors: readonly string[]): Promise<void> {
  const hastened = await db('outbox')
    .whereRaw(TO[destination])
    .whereRaw(LIVE)
    .whereNot({ state: 'sending' })
    .whereNot({ due_at: AT_ONCE })
    .whereIn('last_error', [...errors])
    .update({ due_at: AT_ONCE });
  if (hastened > 0) await wakeSender(db, destination);
}

/** Returns false when another sender has taken over the entry. */
export async function markDead(db: Database, entry: OutboxEntry, error: string, at: Instant): Promise<boolean> {
  const changed = await tried(db, entry).update({ state: 'dead', last_error: error, settled_at: at });
  return changed === 1;
}

function tried(db: Database, entry: OutboxEntry) {
  return db('outbox').where({ id: entry.id, attempts: entry.attempts + 1, state: 'sending' });
}
