import type { Instant } from '../core/time';
import { type Database, notHeldByOthers } from '../database/database';
import type { OutboxRow } from '../database/tables';
import { AT_ONCE, LIVE, wakeSender } from './outbox';
import type { Destination, OutboxEntry } from './outbox-entry';

// How a sender finds due entries, claims them and settles them.

/**
 * Due entries whose concurrency key is free, oldest first within a priority: one per key, and none of the keys in
 * `without`. The age is the id: what failed once keeps its place, and no clock can change it.
 */
export async function nextByKey(
  db: Database,
  at: Instant,
  limit: number,
  destination: Destination,
  without: readonly string[] = [],
): Promise<OutboxEntry[]> {
  const rows = await db('outbox')
    .leftJoin('lanes', 'lanes.lane', 'outbox.lane')
    .whereRaw(LIVE)
    .whereRaw(TO[destination])
    .where('due_at', '<=', at)
    .where((free) => free.whereNull('lanes.free_at').orWhere('lanes.free_at', '<=', at))
    .whereNotIn('outbox.lane', [...without])
    .orderBy(['priority', 'outbox.id'])
    .limit(limit * WINDOW)
    .select('outbox.*');
  const firsts = new Map<string, OutboxEntry>();
  for (const row of rows) if (!firsts.has(row.lane) && firsts.size < limit) firsts.set(row.lane, fromRow(row));
  const isWhole = rows.length < limit * WINDOW || firsts.size === limit;
  if (isWhole || firsts.size === 0) return [...firsts.values()];
  // Busy keys filled the window, so search again without the keys found.
  const others = await nextByKey(db, at, limit - firsts.size, destination, [...without, ...firsts.keys()]);
  return [...firsts.values(), ...others];
}

const WINDOW = 4;

/** Written out as SQL, so that each database knows which part of its index to read. */
const TO: Record<Destination, string> = { slack: "destination = 'slack'", moodle: "destination = 'moodle'" };

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
 * `unknown` means that the attempt may have succeeded without an answer. Deletes the entry when the same message is
 * already pending again, unless only this entry knows the place where it may stand.
 */
export async function postpone(
  db: Database,
  entry: OutboxEntry,
  next: { state: 'pending' | 'unknown'; dueAt: Instant; error: string },
): Promise<void> {
  const waiting = db('outbox as other')
    .where('other.state', 'pending')
    .where('other.coalesce_key', db.ref('outbox.coalesce_key'))
    .whereNot('other.id', entry.id);
  if (next.state === 'unknown') waiting.where('other.lane', entry.concurrencyKey);
  const changed = await tried(db, entry)
    .whereNotExists(waiting.select(db.raw('1')))
    .update({ state: next.state, due_at: next.dueAt, last_error: next.error });
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

function fromRow(row: OutboxRow): OutboxEntry {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    to: row.to_user === null ? undefined : { teamId: row.to_team ?? '', userId: row.to_user },
    concurrencyKey: row.lane,
    dedupeKey: row.dedupe_key,
    attempts: row.attempts,
    maybeDone: row.state !== 'pending',
    createdAt: row.created_at,
    firstTriedAt: row.first_tried_at ?? undefined,
    expiresAt: row.expires_at ?? undefined,
  };
}
