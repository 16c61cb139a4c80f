import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Identity } from '../core/person';
import type { Instant } from '../core/time';
import { chunks } from '../database/chunks';
import type { Database } from '../database/database';
import { notify } from '../database/notify';

/** What is to be done outside, and what has to be thought about because of it; worked out from the subject when its turn comes. */
export type OutboxKind =
  /** An order's seats have changed hands: works out who is to be told. Nothing goes outside. */
  | 'order.changed'
  /** The one message per order in the customer's channel. */
  | 'order.announce'
  /** That message, brought up to date in place. */
  | 'order.refresh'
  /** Tells whoever generated the order that its message could not be delivered. */
  | 'order.undelivered'
  /** Tells whoever generated the order that its last seat is assigned, or that seats expired unassigned. */
  | 'order.used_up'
  | 'order.expired'
  /** The message in the customer's channel that always shows how things stand. */
  | 'board.refresh'
  /** A customer's reminder of one day; `reminder.test` shows it to one person. */
  | 'reminder'
  | 'reminder.test'
  /** Somebody changed or paused a customer's reminders. */
  | 'reminder.changed'
  /** Few seats of a product are left. */
  | 'stock.low'
  /** More seats were asked for, or that was answered: works out who is to be told. Nothing goes outside. */
  | 'request.changed'
  /** Shows the request to somebody who sells, brings that up to date, and tells the asker how it ended. */
  | 'request.show'
  | 'request.refresh'
  | 'request.answered'
  /** Tells sales that the customer's channel cannot be reached, or one of its coordinators. */
  | 'channel.broken'
  /** Homes in which something changed: the subject says whose, by a customer's number or in a word. */
  | 'homes.changed'
  /** Somebody's Home; the subject is the person's key. */
  | 'home.refresh'
  | 'coordinator.unreachable'
  /** Fetches a file that somebody chose, and shows them what would become of it. */
  | 'import.read'
  /** Saves a file that somebody confirmed, and tells them. */
  | 'import.write'
  /** Sends a file with everything of a kind to somebody. */
  | 'export.send'
  /** Tells somebody that they coordinate a customer's seats now, with which limits, or no more. */
  | 'coordinator.changed'
  /** Invites somebody in the customer's channel, and brings that up to date. */
  | 'invitation.show'
  | 'invitation.refresh'
  /** Tells a coordinator and whoever stands in for them when that is, or that it has ended. */
  | 'delegation.changed'
  /** Somebody asked to become a coordinator, or that was answered: works out who is to be told. Nothing goes outside. */
  | 'access.changed'
  /** Shows that to somebody who sells, brings it up to date, and tells whoever asked how it ended. */
  | 'access.show'
  | 'access.refresh'
  | 'access.answered'
  /** Tells somebody that they were given a role, or that it was taken back. */
  | 'role.changed'
  /** Makes the channel that somebody named for a customer, and links it. */
  | 'channel.create'
  /** Looks whether a customer's channel can be reached, and joins it where that needs nobody's leave. */
  | 'channel.enter'
  /** The same for one that an import chose, where many are looked at and nobody is told. */
  | 'channel.check'
  /** Introduces the app in the channel that a customer was given. */
  | 'customer.welcome'
  /** Brings Moodle's participants of a course and our assignments together; the subject is the course's number. */
  | 'moodle.course'
  /** Takes over Moodle's list of courses; the subject names the modal of whoever asked for it, if anybody did. */
  | 'moodle.courses'
  /** Shows what became of an assignment where its answer stands. */
  | 'assignment.refresh'
  /** Tells whoever assigned, or sales, which enrolments of a customer wait for them. */
  | 'enrolments.failed'
  /** Tells whoever assigned that the trainee was in the course already, or how taking a seat back ended. */
  | 'enrolment.given_back'
  | 'release.ended';

/** Who takes what is sent there; each has a sender of its own, so that neither waits for the other. */
export type Destination = 'slack' | 'moodle';

export type OutboxState = 'pending' | 'sending' | 'sent' | 'unknown' | 'dead';

export interface NewEntry {
  kind: OutboxKind;
  subject: string;
  /** The same key is one effect, however often it is asked for. Left out where one that waits is enough for all. */
  dedupeKey?: string;
  /** Where it goes: one message at a time to each place. */
  to?: Identity;
  channel?: string | undefined;
  /** What takes one at a time, where that is neither of these. */
  lane?: string;
  /** 2 gives way to everything else. */
  priority?: 0 | 2;
}

/** What shows people their Home: no message, and nothing that a Home tells of. */
export const OF_HOMES: readonly OutboxKind[] = ['homes.changed', 'home.refresh'];

/** A condition: it is not settled yet. */
export const LIVE = "state in ('pending', 'sending', 'unknown')";

/** Sorts before every instant: the sender's clock need not be the one of the cause. */
export const AT_ONCE = '';

/**
 * In the transaction of its cause. Without a dedupe key, one of the kind about the subject is enough while it waits: what
 * it says is worked out when its turn comes.
 */
export async function enqueue(tx: Database, entry: NewEntry, at: Instant): Promise<void> {
  const row = rowOf(entry, at);
  const insert = tx('outbox').insert(row);
  if (entry.dedupeKey) await insert.onConflict('dedupe_key').ignore();
  else await touchWaiting(tx, insert);
  await wakeSender(tx, row.destination);
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
  for (const destination of new Set(rows.map((row) => row.destination))) await wakeSender(tx, destination);
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
function touchWaiting(tx: Database, insert: Knex.QueryBuilder) {
  const sooner = 'case when excluded.priority < outbox.priority then excluded.priority else outbox.priority end';
  return insert
    .onConflict(tx.raw("(coalesce_key) where state = 'pending'"))
    .merge({ attempts: tx.ref('outbox.attempts'), priority: tx.raw(sooner) });
}

function rowOf(entry: NewEntry, at: Instant) {
  const destination: Destination = entry.kind.startsWith('moodle.') ? 'moodle' : 'slack';
  const about = [`${entry.kind}:${entry.subject}`, ...(entry.to ? [personKey(entry.to)] : [])].join(':');
  return {
    dedupe_key: entry.dedupeKey ?? `${about}:${randomUUID()}`,
    coalesce_key: entry.dedupeKey ? null : about,
    kind: entry.kind,
    subject: entry.subject,
    to_team: entry.to?.teamId ?? null,
    to_user: entry.to?.userId ?? null,
    lane: entry.lane ?? entry.to?.userId ?? entry.channel ?? about,
    destination,
    state: 'pending',
    attempts: 0,
    priority: entry.priority ?? 0,
    created_at: at,
    due_at: AT_ONCE,
  };
}

/** Somebody's name in keys. */
export function personKey({ teamId, userId }: Identity): string {
  return `${teamId}/${userId}`;
}

export function parsePersonKey(key: string): Identity {
  const [teamId = '', userId = ''] = key.split('/');
  return { teamId, userId };
}
