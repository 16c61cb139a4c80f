import type { Identity } from '../core/identity';
import type { Instant } from '../core/time';
import type { Database } from '../database/database';
import { AT_ONCE, LIVE, type OutboxState, wakeSender } from './outbox';

// What people ask of the outbox.

/** When the oldest entry still waiting was written; undefined when nothing waits. */
export async function oldestWaiting(db: Database): Promise<Instant | undefined> {
  const row = await db('outbox').whereRaw(LIVE).min({ oldest: 'created_at' }).first();
  return row?.oldest ?? undefined;
}

/** How many wait for their turn, and since when the oldest does. What is being sent waits no more; kinds of `without` are no messages, nor are calls to Moodle. */
export async function messagesWaiting(
  db: Database,
  without: readonly string[],
): Promise<{ waiting: number; oldest: Instant | undefined }> {
  const row = await db('outbox')
    .whereRaw(LIVE)
    .whereNot({ state: 'sending' })
    .where({ destination: 'slack' })
    .whereNotIn('kind', [...without])
    .count({ count: '*' })
    .min({ oldest: 'created_at' })
    .first();
  return { waiting: Number(row?.count ?? 0), oldest: row?.oldest ?? undefined };
}

/** An entry for people to look at. */
export interface OutboxLine {
  id: number;
  kind: string;
  subject: string;
  /** The channel or person it goes to, as Slack calls them; else what it is about. */
  concurrencyKey: string;
  state: OutboxState;
  attempts: number;
  /** When its turn comes, by the sender's clock; undefined when it may be sent at once. */
  due: Instant | undefined;
  createdAt: Instant;
  error: string | undefined;
}

/** How many there are of each state that is not sent, which there may be very many of. */
export async function countByState(db: Database): Promise<Record<Exclude<OutboxState, 'sent'>, number>> {
  const counts = { pending: 0, sending: 0, unknown: 0, dead: 0 };
  const live = await db('outbox').whereRaw(LIVE).groupBy('state').select('state').count({ count: '*' });
  const dead = await db('outbox').whereRaw("state = 'dead'").count({ count: '*' }).first();
  for (const { state, count } of live) if (state !== 'sent') counts[state] = Number(count);
  return { ...counts, dead: Number(dead?.count ?? 0) };
}

/** How many there are of each state, and those that are not sent: what was given up first, then what waits longest. */
export async function overview(db: Database, most: number) {
  const sent = await db('outbox').where({ state: 'sent' }).count({ count: '*' }).first();
  const counts = { ...(await countByState(db)), sent: Number(sent?.count ?? 0) };
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
      concurrencyKey: row.lane,
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
  const count = await dead.update({ state: 'unknown', ...again });
  await wakeSender(db, 'slack');
  await wakeSender(db, 'moodle');
  return count;
}

/** Why the last message of the kind about the subject was given up. */
export async function findError(db: Database, kind: string, subject: string): Promise<string | undefined> {
  const row = await db('outbox').where({ kind, subject, state: 'dead' }).orderBy('id', 'desc').first('last_error');
  return row?.last_error ?? undefined;
}

/** Why the last message to somebody was given up, of those that were for one of the errors. */
export async function findErrorTo<E extends string>(
  db: Database,
  { teamId, userId }: Identity,
  errors: readonly E[],
): Promise<E | undefined> {
  const row = await db('outbox')
    .where({ to_team: teamId, to_user: userId, state: 'dead' })
    .whereIn('last_error', [...errors])
    .orderBy('id', 'desc')
    .first('last_error');
  return errors.find((error) => error === row?.last_error);
}

/** Deletes what was sent before an instant, and what was given up of some kinds. Returns how many. */
export async function forgetSent(db: Database, before: Instant, givenUp: readonly string[]): Promise<number> {
  return db('outbox')
    .where((done) =>
      done.where({ state: 'sent' }).orWhere((dead) => dead.where({ state: 'dead' }).whereIn('kind', [...givenUp])),
    )
    .where('settled_at', '<', before)
    .delete();
}
