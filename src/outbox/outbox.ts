import { randomUUID } from 'node:crypto';
import type { Identity } from '../core/identity';
import type { Instant } from '../core/time';
import { chunks } from '../database/chunks';
import type { ColumnOf, NewRow } from '../database/columns';
import type { Database } from '../database/database';
import { insertFrom } from '../database/insert-from';
import { notify } from '../database/notify';
import type { Insert } from '../database/table-query';
import type { Expression, OutboxRow } from '../database/tables';
import { queueOf } from './calls';
import type { OutboxMessage } from './message';
import type { Destination } from './outbox-entry';

export type OutboxState = OutboxRow['state'];

export interface NewEntry {
  message: OutboxMessage;
  subject: string;
  /** Idempotency key: one effect per key. Without it, the entry coalesces with a pending one. */
  dedupeKey?: string;
  /** The recipient, a person or a channel, gets one message at a time. */
  to?: Identity;
  channel?: string | undefined;
  /** Concurrency key, when it is neither the person nor the channel. */
  concurrencyKey?: string;
  /** 2 is sent after everything else. */
  priority?: 0 | 2;
  /** Not sent before, by the sender's clock. */
  dueAt?: Instant;
}

/** SQL condition for entries that are not settled. */
export const LIVE = "state in ('pending', 'sending', 'unknown')";

/** Sorts before every instant, so the sender's clock need not match the clock of the change. */
export const AT_ONCE = '';

/**
 * Call it in the transaction of the change. Without a dedupe key, coalesces with a pending entry of the same kind,
 * subject and recipient; delivery reads the data anew.
 */
export async function enqueue(tx: Database, entry: NewEntry, at: Instant): Promise<void> {
  const insert = tx('outbox').insert(rowOf(entry, at));
  if (entry.dedupeKey) await insert.onConflict('dedupe_key').ignore();
  else await touchWaiting(tx, insert);
  await wakeSender(tx, destinationOf(entry));
}

/** Queues a bulk message that is sent after everything else. No two entries may share kind, subject and recipient. */
export async function enqueueMany(
  tx: Database,
  entries: readonly Omit<NewEntry, 'dedupeKey'>[],
  at: Instant,
): Promise<void> {
  await enqueueEach(
    tx,
    entries.map((entry) => ({ ...entry, priority: 2 })),
    at,
  );
}

/** Bulk version of `enqueue`. No two entries may share kind, subject and recipient. */
export async function enqueueEach(
  tx: Database,
  entries: readonly Omit<NewEntry, 'dedupeKey'>[],
  at: Instant,
): Promise<void> {
  const rows = entries.map((entry) => rowOf(entry, at));
  for (const some of chunks(rows)) await touchWaiting(tx, tx('outbox').insert(some));
  for (const destination of new Set(entries.map(destinationOf))) await wakeSender(tx, destination);
}

/** Bulk version of `enqueue` for Slack: queues each row of the query, except existing ones. Returns how many. */
export async function enqueueFrom(
  tx: Database,
  columns: readonly ColumnOf<'outbox'>[],
  rows: Expression,
): Promise<number> {
  const queued = await insertFrom(tx, 'outbox', columns, rows, 'id');
  if (queued.length > 0) await wakeSender(tx, 'slack');
  return queued.length;
}

/** Wakes the sender after the commit, ahead of its next poll. */
export function wakeSender(db: Database, destination: Destination): Promise<void> {
  return notify(db, wakeUpTopic(destination));
}

export function wakeUpTopic(destination: Destination): string {
  return `outbox.${destination}`;
}

/**
 * Updates the pending entry, which locks it: its delivery starts after our commit and sees our changes. The more urgent
 * priority wins.
 */
function touchWaiting(tx: Database, insert: Insert<'outbox'>) {
  const sooner = 'case when excluded.priority < outbox.priority then excluded.priority else outbox.priority end';
  return insert
    .onConflict(tx.raw("(coalesce_key) where state = 'pending'"))
    .merge({ attempts: tx.ref('outbox.attempts'), priority: tx.raw(sooner) });
}

function rowOf(entry: NewEntry, at: Instant): NewRow<'outbox'> {
  const { kind } = entry.message;
  const about = [`${kind}:${entry.subject}`, ...(entry.to ? [personKey(entry.to)] : [])].join(':');
  return {
    dedupe_key: entry.dedupeKey ?? `${about}:${randomUUID()}`,
    coalesce_key: entry.dedupeKey ? null : about,
    kind,
    subject: entry.subject,
    to_team: entry.to?.teamId ?? null,
    to_user: entry.to?.userId ?? null,
    lane: entry.concurrencyKey ?? entry.to?.userId ?? entry.channel ?? about,
    destination: destinationOf(entry),
    method: queueOf(entry.message),
    state: 'pending',
    attempts: 0,
    priority: entry.priority ?? 0,
    created_at: at,
    due_at: entry.dueAt ?? AT_ONCE,
  };
}

function destinationOf({ message }: Pick<NewEntry, 'message'>): Destination {
  return message.destination ?? 'slack';
}

/** Identifies a person in keys. */
export function personKey({ teamId, userId }: Identity): string {
  return `${teamId}/${userId}`;
}

export function parsePersonKey(key: string): Identity {
  const [teamId = '', userId = ''] = key.split('/');
  return { teamId, userId };
}
