import type { Instant } from '../core/time';
import type { Database } from '../database/database';
import type { OutboxRow } from '../database/tables';
import { LIVE } from './outbox';
import type { Destination, OutboxEntry } from './outbox-entry';

/** Written out as SQL, so that each database knows which part of its index to read. */
export const TO: Record<Destination, string> = { slack: "destination = 'slack'", moodle: "destination = 'moodle'" };

/** More than are needed, in case several have the same key. */
const WINDOW = 4;

interface Search {
  at: Instant;
  destination: Destination;
  leavesClaims: boolean;
}

/** The queues in which entries wait, due or not. One look-up in the index for each, however many wait in them. */
export async function waitingQueues(db: Database, destination: Destination): Promise<string[]> {
  const queues: string[] = [];
  for (;;) {
    const rest = db('outbox').whereRaw(LIVE).whereRaw(TO[destination]);
    const last = queues.at(-1);
    if (last !== undefined) rest.where('method', '>', last);
    const next = await rest.min({ method: 'method' }).first();
    if (next?.method == null) return queues;
    queues.push(next.method);
  }
}

/**
 * Due entries whose concurrency key is free, oldest first within a priority: one per key, and at most `rooms` from each
 * queue. The age is the id: what failed once keeps its place, and no clock can change it. `leavesClaims` leaves out keys
 * with an entry that may be under way.
 */
export async function dueEntries(
  db: Database,
  search: Search,
  rooms: ReadonlyMap<string, number>,
): Promise<OutboxEntry[]> {
  const rows: OutboxRow[] = [];
  for (const [queue, room] of rooms) if (room > 0) rows.push(...(await nextByKey(db, search, room, queue)));
  rows.sort((one, other) => one.priority - other.priority || one.id - other.id);
  return firstByKey(rows).map(fromRow);
}

async function nextByKey(
  db: Database,
  search: Search,
  room: number,
  queue: string,
  without: readonly string[] = [],
): Promise<OutboxRow[]> {
  const { at, destination, leavesClaims } = search;
  const due = db('outbox')
    .leftJoin('lanes', 'lanes.lane', 'outbox.lane')
    .whereRaw(LIVE)
    .whereRaw(TO[destination])
    .where({ method: queue })
    .where('due_at', '<=', at)
    .where((free) => free.whereNull('lanes.free_at').orWhere('lanes.free_at', '<=', at))
    .whereNotIn('outbox.lane', [...without])
    .orderBy(['priority', 'outbox.id'])
    .limit(room * WINDOW)
    .select('outbox.*');
  if (leavesClaims) due.whereNotExists(underWay(db));
  const rows = await due;
  const firsts = firstByKey(rows).slice(0, room);
  const isWhole = rows.length < room * WINDOW || firsts.length === room;
  if (isWhole || firsts.length === 0) return firsts;
  // Busy keys filled the window, so search again without the keys found.
  const found = [...without, ...firsts.map(({ lane }) => lane)];
  return [...firsts, ...(await nextByKey(db, search, room - firsts.length, queue, found))];
}

function underWay(db: Database) {
  return db('outbox as held')
    .where({ 'held.state': 'sending' })
    .where('held.lane', db.ref('outbox.lane'))
    .select(db.raw('1'));
}

function firstByKey(rows: readonly OutboxRow[]): OutboxRow[] {
  const firsts = new Map<string, OutboxRow>();
  for (const row of rows) if (!firsts.has(row.lane)) firsts.set(row.lane, row);
  return [...firsts.values()];
}

function fromRow(row: OutboxRow): OutboxEntry {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    to: row.to_user === null ? undefined : { teamId: row.to_team ?? '', userId: row.to_user },
    concurrencyKey: row.lane,
    queue: row.method,
    dedupeKey: row.dedupe_key,
    attempts: row.attempts,
    maybeDone: row.state !== 'pending',
    createdAt: row.created_at,
    firstTriedAt: row.first_tried_at ?? undefined,
    triedSeconds: row.tried_seconds,
    expiresAt: row.expires_at ?? undefined,
  };
}
