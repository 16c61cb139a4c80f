import type { Instant } from '../domain/time';
import type { Database } from './database';

/** What the world outside is to be told; what is said is worked out from the subject when it is sent. */
export type OutboxKind =
  /** The one message per order in the customer's channel. */
  | 'order.announce'
  /** That message, brought up to date in place. */
  | 'order.refresh'
  /** Tells whoever generated the order that its message could not be delivered. */
  | 'order.undelivered';

export interface OutboxEntry {
  id: number;
  kind: OutboxKind;
  /** An order's reference. */
  subject: string;
  dedupeKey: string;
  /** How often sending was tried before. */
  attempts: number;
  /** An earlier try got no answer or did not live to hear it: look before repeating. */
  maybeDone: boolean;
  createdAt: Instant;
}

interface OutboxRow {
  id: number;
  dedupe_key: string;
  kind: OutboxKind;
  subject: string;
  state: string;
  attempts: number;
  created_at: string;
}

/** In the transaction of its cause. The same dedupe key is one effect, however often it is asked for. */
export async function enqueue(
  tx: Database,
  entry: Pick<OutboxEntry, 'kind' | 'subject' | 'dedupeKey'>,
  at: Instant,
): Promise<void> {
  const row = { dedupe_key: entry.dedupeKey, kind: entry.kind, subject: entry.subject, state: 'pending', attempts: 0 };
  await tx('outbox')
    .insert({ ...row, created_at: at, due_at: at })
    .onConflict('dedupe_key')
    .ignore();
}

/** What is due and nobody is at work on, oldest first; an expired lease is a sender that died. */
export async function dueEntries(db: Database, at: Instant, limit: number): Promise<OutboxEntry[]> {
  const rows: OutboxRow[] = await db('outbox')
    .whereRaw("state in ('pending', 'sending', 'unknown')")
    .where('due_at', '<=', at)
    .where((free) => free.whereNull('lease_until').orWhere('lease_until', '<', at))
    .orderBy(['due_at', 'id'])
    .limit(limit);
  return rows.map(fromRow);
}

/** True for exactly one sender, however many try. */
export async function lease(db: Database, entry: OutboxEntry, at: Instant, until: Instant): Promise<boolean> {
  const claimed = await db('outbox')
    .where({ id: entry.id, attempts: entry.attempts })
    .whereRaw("state in ('pending', 'sending', 'unknown')")
    .where((free) => free.whereNull('lease_until').orWhere('lease_until', '<', at))
    .update({ state: 'sending', lease_until: until, attempts: entry.attempts + 1 });
  return claimed === 1;
}

/** This and the next two do nothing when the lease has passed to another sender meanwhile. */
export async function markSent(
  db: Database,
  entry: OutboxEntry,
  message: { channel: string; ts: string },
): Promise<void> {
  await leased(db, entry).update({
    state: 'sent',
    lease_until: null,
    slack_channel: message.channel,
    slack_ts: message.ts,
    last_error: null,
  });
}

/** `unknown` when it may have been done although no answer came. */
export async function postpone(
  db: Database,
  entry: OutboxEntry,
  next: { state: 'pending' | 'unknown'; dueAt: Instant; error: string },
): Promise<void> {
  await leased(db, entry).update({ state: next.state, lease_until: null, due_at: next.dueAt, last_error: next.error });
}

export async function markDead(db: Database, entry: OutboxEntry, error: string): Promise<void> {
  await leased(db, entry).update({ state: 'dead', lease_until: null, last_error: error });
}

function leased(db: Database, entry: OutboxEntry) {
  return db('outbox').where({ id: entry.id, attempts: entry.attempts + 1 });
}

/** When the oldest entry still waiting was written; undefined when nothing waits. */
export async function oldestWaiting(db: Database): Promise<Instant | undefined> {
  const row = await db('outbox')
    .whereRaw("state in ('pending', 'sending', 'unknown')")
    .min({ oldest: 'created_at' })
    .first();
  return row?.oldest ?? undefined;
}

/** Where the message of the kind about the subject stands; undefined when there is none. */
export async function findMessage(
  db: Database,
  kind: OutboxKind,
  subject: string,
): Promise<
  { state: string; error: string | undefined; channel: string | undefined; ts: string | undefined } | undefined
> {
  const row = await db('outbox').where({ kind, subject }).orderBy('id', 'desc').first();
  if (!row) return undefined;
  const [channel, ts, error] = [row.slack_channel, row.slack_ts, row.last_error];
  return { state: row.state, error: error ?? undefined, channel: channel ?? undefined, ts: ts ?? undefined };
}

/** Whether the same is asked for again by a later entry, which makes this one needless. */
export async function isSuperseded(db: Database, entry: OutboxEntry): Promise<boolean> {
  const later = await db('outbox')
    .where({ kind: entry.kind, subject: entry.subject })
    .whereRaw("state = 'pending'")
    .where('id', '>', entry.id)
    .first('id');
  return later !== undefined;
}

/** Deletes what was sent before an instant. Returns how many. */
export async function forgetSent(db: Database, before: Instant): Promise<number> {
  return db('outbox')
    .where({ state: 'sent' })
    .where('created_at', '<', before)
    .whereNot({ kind: 'order.announce' })
    .delete();
}

function fromRow(row: OutboxRow): OutboxEntry {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    dedupeKey: row.dedupe_key,
    attempts: row.attempts,
    maybeDone: row.state !== 'pending',
    createdAt: row.created_at,
  };
}
