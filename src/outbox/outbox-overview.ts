import type { Identity } from '../core/identity';
import type { Instant } from '../core/time';
import type { Database } from '../database/database';
import { AT_ONCE, LIVE, type OutboxState, wakeSender } from './outbox';

// Queries and commands that people use to inspect the outbox.

/** When the oldest unsettled entry was created; undefined when there is none. */
export async function oldestWaiting(db: Database): Promise<Instant | undefined> {
  const row = await db('outbox').whereRaw(LIVE).min({ oldest: 'created_at' }).first();
  return row?.oldest ?? undefined;
}

/**
 * Counts the messages that wait for Slack, and finds when the oldest was created. Leaves out messages being sent and
 * the kinds in `without`.
 */
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

/** An entry as people see it. */
export interface OutboxLine {
  id: number;
  kind: string;
  subject: string;
  /** The receiving channel or person, by Slack id; else what the entry is about. */
  concurrencyKey: string;
  state: OutboxState;
  attempts: number;
  /** By the sender's clock; undefined when the entry is due at once. */
  due: Instant | undefined;
  createdAt: Instant;
  error: string | undefined;
}

/** Leaves out sent entries, of which there may be very many. */
export async function countByState(db: Database): Promise<Record<Exclude<OutboxState, 'sent'>, number>> {
  const counts = { pending: 0, sending: 0, unknown: 0, dead: 0 };
  const live = await db('outbox').whereRaw(LIVE).groupBy('state').select('state').count({ count: '*' });
  const dead = await db('outbox').whereRaw("state = 'dead'").count({ count: '*' }).first();
  for (const { state, count } of live) if (state !== 'sent') counts[state] = Number(count);
  return { ...counts, dead: Number(dead?.count ?? 0) };
}

/** Counts by state, and unsent entries: dead letters first, then by due time. */
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
 * Retries dead letters: all of them, or those with the given ids. Each may have arrived, so delivery looks for it
 * before posting. Returns how many.
 */
export async function requeue(db: Database, ids?: readonly number[]): Promise<number> {
  const dead = db('outbox').where({ state: 'dead' });
  if (ids) dead.whereIn('id', [...ids]);
  const again = { attempts: 0, due_at: AT_ONCE, first_tried_at: null, tried_seconds: 0, settled_at: null };
  const count = await dead.update({ state: 'unknown', ...again });
  await wakeSender(db, 'slack');
  await wakeSender(db, 'moodle');
  return count;
}

/** Error of the last dead letter of the kind about the subject. */
export async function findError(db: Database, kind: string, subject: string): Promise<string | undefined> {
  const row = await db('outbox').where({ kind, subject, state: 'dead' }).orderBy('id', 'desc').first('last_error');
  return row?.last_error ?? undefined;
}

/** Error of the last dead letter to the person that failed with one of `errors`. */
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

/** Deletes messages sent before an instant, and dead letters of the given kinds. Returns how many. */
export async function forgetSent(db: Database, before: Instant, givenUp: readonly string[]): Promise<number> {
  return db('outbox')
    .where((done) =>
      done.where({ state: 'sent' }).orWhere((dead) => dead.where({ state: 'dead' }).whereIn('kind', [...givenUp])),
    )
    .where('settled_at', '<', before)
    .delete();
}
