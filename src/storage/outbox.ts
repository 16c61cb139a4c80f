import { randomUUID } from 'node:crypto';
import type { Identity } from '../domain/person';
import type { Instant } from '../domain/time';
import type { Database } from './database';

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
  /** Tells sales that the customer's channel cannot be reached. */
  | 'channel.broken';

export interface OutboxEntry {
  id: number;
  kind: OutboxKind;
  /** What it is about, in the words of its kind: an order's reference, a customer's number … */
  subject: string;
  /** Whom it goes to; undefined when that is a channel, or when it is not known before its turn comes. */
  to: Identity | undefined;
  /** What takes one message at a time. */
  lane: string;
  dedupeKey: string;
  /** How often sending was tried before. */
  attempts: number;
  /** An earlier try got no answer or did not live to hear it: look before repeating. */
  maybeDone: boolean;
  createdAt: Instant;
  /** By the sender's clock; undefined before the first try. */
  firstTriedAt: Instant | undefined;
  /** By the sender's clock: not worth sending later than this. */
  expiresAt: Instant | undefined;
}

export interface NewEntry {
  kind: OutboxKind;
  subject: string;
  /** The same key is one effect, however often it is asked for. Left out where one that waits is enough for all. */
  dedupeKey?: string;
  /** Where it goes: one message at a time to each place. */
  to?: Identity;
  channel?: string | undefined;
}

interface OutboxRow {
  id: number;
  kind: OutboxKind;
  subject: string;
  to_team: string | null;
  to_user: string | null;
  lane: string;
  dedupe_key: string;
  state: OutboxState;
  attempts: number;
  created_at: string;
  first_tried_at: string | null;
  expires_at: string | null;
}

const LIVE = "state in ('pending', 'sending', 'unknown')";

/** Sorts before every instant: the sender's clock need not be the one of the cause. */
export const AT_ONCE = '';

/**
 * In the transaction of its cause. Without a dedupe key, one of the kind about the subject is enough while it waits: what
 * it says is worked out when its turn comes.
 */
export async function enqueue(tx: Database, entry: NewEntry, at: Instant): Promise<void> {
  const about = [`${entry.kind}:${entry.subject}`, ...(entry.to ? [personKey(entry.to)] : [])].join(':');
  const row = {
    dedupe_key: entry.dedupeKey ?? `${about}:${randomUUID()}`,
    coalesce_key: entry.dedupeKey ? null : about,
    kind: entry.kind,
    subject: entry.subject,
    to_team: entry.to?.teamId ?? null,
    to_user: entry.to?.userId ?? null,
    lane: entry.to?.userId ?? entry.channel ?? about,
    state: 'pending',
    attempts: 0,
    created_at: at,
    due_at: AT_ONCE,
  };
  const insert = tx('outbox').insert(row);
  if (entry.dedupeKey) await insert.onConflict('dedupe_key').ignore();
  // Touches the one that waits: whoever takes its turn has to wait for our commit, and then sees what we changed.
  else
    await insert
      .onConflict(tx.raw("(coalesce_key) where state = 'pending'"))
      .merge({ attempts: tx.ref('outbox.attempts') });
}

/** Somebody's name in keys. */
export function personKey({ teamId, userId }: Identity): string {
  return `${teamId}/${userId}`;
}

export function parsePersonKey(key: string): Identity {
  const [teamId = '', userId = ''] = key.split('/');
  return { teamId, userId };
}

/** What is due in lanes that are free, what came first on top, at most one of each lane, none of the lanes left out. */
export async function nextInLanes(
  db: Database,
  at: Instant,
  limit: number,
  without: readonly string[] = [],
): Promise<OutboxEntry[]> {
  const rows: OutboxRow[] = await db('outbox')
    .leftJoin('lanes', 'lanes.lane', 'outbox.lane')
    .whereRaw(LIVE)
    .where('due_at', '<=', at)
    .where((free) => free.whereNull('lanes.free_at').orWhere('lanes.free_at', '<=', at))
    .whereNotIn('outbox.lane', [...without])
    .orderBy(['priority', 'due_at', 'outbox.id'])
    .limit(limit * WINDOW)
    .select('outbox.*');
  const firsts = new Map<string, OutboxEntry>();
  for (const row of rows) if (!firsts.has(row.lane) && firsts.size < limit) firsts.set(row.lane, fromRow(row));
  const isWhole = rows.length < limit * WINDOW || firsts.size === limit;
  if (isWhole || firsts.size === 0) return [...firsts.values()];
  // One lane with much to do filled the window: what else is there?
  const others = await nextInLanes(db, at, limit - firsts.size, [...without, ...firsts.keys()]);
  return [...firsts.values(), ...others];
}

const WINDOW = 4;

/** For a sender that holds their lanes. Returns the ids of those that nobody settled meanwhile. */
export async function startSending(tx: Database, entries: readonly OutboxEntry[], at: Instant): Promise<number[]> {
  const rows = await tx('outbox')
    .whereIn(
      ['id', 'attempts'],
      entries.map(({ id, attempts }) => [id, attempts]),
    )
    .whereRaw(LIVE)
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

/** This and the next two do nothing when the entry has passed to another sender meanwhile. */
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
 * `unknown` when it may have been done although no answer came. Back among those that wait it would be one too many where
 * the same is asked for again: then it has had its turn.
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
  const changed = await tried(db, entry)
    .whereNotExists(waiting.select(db.raw('1')))
    .update({ state: next.state, due_at: next.dueAt, last_error: next.error });
  if (changed === 0) await tried(db, entry).delete();
}

/** Returns false when another sender was quicker. */
export async function markDead(db: Database, entry: OutboxEntry, error: string, at: Instant): Promise<boolean> {
  const changed = await tried(db, entry).update({ state: 'dead', last_error: error, settled_at: at });
  return changed === 1;
}

function tried(db: Database, entry: OutboxEntry) {
  return db('outbox').where({ id: entry.id, attempts: entry.attempts + 1, state: 'sending' });
}

/** When the oldest entry still waiting was written; undefined when nothing waits. */
export async function oldestWaiting(db: Database): Promise<Instant | undefined> {
  const row = await db('outbox').whereRaw(LIVE).min({ oldest: 'created_at' }).first();
  return row?.oldest ?? undefined;
}

export type OutboxState = 'pending' | 'sending' | 'sent' | 'unknown' | 'dead';

/** An entry for people to look at. */
export interface OutboxLine {
  id: number;
  kind: OutboxKind;
  subject: string;
  /** The channel or person it goes to, as Slack calls them; else what it is about. */
  lane: string;
  state: OutboxState;
  attempts: number;
  /** When its turn comes, by the sender's clock; undefined when it may be sent at once. */
  due: Instant | undefined;
  createdAt: Instant;
  error: string | undefined;
}

/** How many there are of each state, and those that are not sent: what was given up first, then what waits longest. */
export async function overview(db: Database, most: number) {
  const counts: Record<OutboxState, number> = { pending: 0, sending: 0, unknown: 0, dead: 0, sent: 0 };
  const counted: { state: OutboxState; count: number | string }[] = await db('outbox')
    .groupBy('state')
    .select('state')
    .count({ count: '*' });
  for (const { state, count } of counted) counts[state] = Number(count);
  const rows = await db('outbox')
    .whereNot({ state: 'sent' })
    .orderByRaw("case state when 'dead' then 0 else 1 end, due_at, id")
    .limit(most)
    .select('id', 'kind', 'subject', 'lane', 'state', 'attempts', 'due_at', 'created_at', 'last_error');
  const lines = rows.map(
    (row): OutboxLine => ({
      id: row.id,
      kind: row.kind,
      subject: row.subject,
      lane: row.lane,
      state: row.state,
      attempts: row.attempts,
      due: row.due_at || undefined,
      createdAt: row.created_at,
      error: row.last_error ?? undefined,
    }),
  );
  return { counts, lines };
}

/**
 * Gives what was given up another chance, all of it or some by number. It may have arrived after all, so each is looked
 * for before it is posted. Returns how many.
 */
export async function requeue(db: Database, ids?: readonly number[]): Promise<number> {
  const dead = db('outbox').where({ state: 'dead' });
  if (ids) dead.whereIn('id', [...ids]);
  const again = { attempts: 0, due_at: AT_ONCE, first_tried_at: null, settled_at: null };
  return dead.update({ state: 'unknown', ...again });
}

/** Why the last message of the kind about the subject was given up. */
export async function findError(db: Database, kind: OutboxKind, subject: string): Promise<string | undefined> {
  const row = await db('outbox').where({ kind, subject, state: 'dead' }).orderBy('id', 'desc').first('last_error');
  return row?.last_error ?? undefined;
}

/** How many reminders are not settled, and how many of those given up since then. */
export async function reminderTally(db: Database, since: Instant): Promise<{ live: number; dead: number }> {
  const reminders = () => db('outbox').where({ kind: 'reminder' }).count({ count: '*' });
  const live = await reminders().whereRaw(LIVE).first();
  const dead = await reminders().where({ state: 'dead' }).where('settled_at', '>=', since).first();
  return { live: Number(live?.count ?? 0), dead: Number(dead?.count ?? 0) };
}

/** Deletes what was sent before an instant. Returns how many. */
export async function forgetSent(db: Database, before: Instant): Promise<number> {
  return db('outbox').where({ state: 'sent' }).where('settled_at', '<', before).delete();
}

function fromRow(row: OutboxRow): OutboxEntry {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    to: row.to_user === null ? undefined : { teamId: row.to_team ?? '', userId: row.to_user },
    lane: row.lane,
    dedupeKey: row.dedupe_key,
    attempts: row.attempts,
    maybeDone: row.state !== 'pending',
    createdAt: row.created_at,
    firstTriedAt: row.first_tried_at ?? undefined,
    expiresAt: row.expires_at ?? undefined,
  };
}
