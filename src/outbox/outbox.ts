import { randomUUID } from 'node:crypto';
import type { Identity } from '../core/identity';
import type { Instant } from '../core/time';
import { chunks } from '../database/chunks';
import type { NewRow } from '../database/columns';
import type { Database } from '../database/database';
import { notify } from '../database/notify';
import type { Insert } from '../database/table-query';
import type { OutboxRow } from '../database/tables';
import type { OutboxMessage } from './message';
import type { Destination } from './outbox-entry';

export type OutboxState = OutboxRow['state'];

export interface NewEntry {
  message: OutboxMessage;
  subject: string;
  /** The same key is one effect, however often it is asked for. Left out where one that waits is enough for all. */
  dedupeKey?: string;
  /** Where it goes: one message at a time to each place. */
  to?: Identity;
  channel?: string | undefined;
  /** What takes one at a time, where that is neither of these. */
  concurrencyKey?: string;
  /** 2 gives way to everything else. */
  priority?: 0 | 2;
}

/** A condition: it is not settled yet. */
export const LIVE = "state in ('pending', 'sending', 'unknown')";

/** Sorts before every instant: the sender's clock need not be the one of the cause. */
export const AT_ONCE = '';

/**
 * In the transaction of its cause. Without a dedupe key, one of the kind about the subject is enough while it waits: what
 * it says is worked out when its turn comes.
 */
export async function enqueue(tx: Database, entry: NewEntry, at: Instant): Promise<void> {
  const insert = tx('outbox').insert(rowOf(entry, at));
  if (entry.dedupeKey) await insert.onConflict('dedupe_key').ignore();
  else await touchWaiting(tx, insert);
  await wakeSender(tx, destinationOf(entry));
}

/** What many are to get and nobody waits for: it comes after everything else. No two of a kind about the same. */
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

/** Many at once, as `enqueue` does. No two of a kind about the same. */
export async function enqueueEach(
  tx: Database,
  entries: readonly Omit<NewEntry, 'dedupeKey'>[],
  at: Instant,
): Promise<void> {
  const rows = entries.map((entry) => rowOf(entry, at));
  for (const some of chunks(rows)) await touchWaiting(tx, tx('outbox').insert(some));
  for (const destination of new Set(entries.map(destinationOf))) await wakeSender(tx, destination);
}

/** After the commit; the sender need not wait for its next look. */
export function wakeSender(db: Database, destination: Destination): Promise<void> {
  return notify(db, wakeUpTopic(destination));
}

export function wakeUpTopic(destination: Destination): string {
  return `outbox.${destination}`;
}

/**
 * Touches the one that waits: nobody takes its turn before our commit, and then sees what we changed. Whoever wants it
 * sooner gets it sooner.
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
    state: 'pending',
    attempts: 0,
    priority: entry.priority ?? 0,
    created_at: at,
    due_at: AT_ONCE,
  };
}

function destinationOf({ message }: Pick<NewEntry, 'message'>): Destination {
  return message.destination ?? 'slack';
}

/** Somebody's name in keys. */
export function personKey({ teamId, userId }: Identity): string {
  return `${teamId}/${userId}`;
}

export function parsePersonKey(key: string): Identity {
  const [teamId = '', userId = ''] = key.split('/');
  return { teamId, userId };
}
