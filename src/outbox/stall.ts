import type { Logger } from 'pino';
import { type Now, toInstant } from '../core/time';
import type { Database } from '../database/database';
import { LIVE } from './outbox';
import type { Destination } from './outbox-entry';

const PATIENCE = { minutes: 5 };
/** Longer than an entry waits for its next attempt: a time further ahead comes from a clock that was wrong. */
const FURTHEST = { minutes: 6 };

/** Nothing was sent for minutes although entries wait. */
interface Stall {
  /** `stalled`: what is due is not even tried. `failing`: each attempt fails. */
  state: 'stalled' | 'failing';
  waiting: number;
  /** Why the oldest entry was not sent, if it was tried. */
  error: string | undefined;
}

interface Clocks {
  /** By which entries are created. */
  now: Now;
  /** By which they are sent. */
  clock: Now;
}

/** Undefined while entries are sent, and when none waits. */
export async function findStall(db: Database, destination: Destination, clocks: Clocks): Promise<Stall | undefined> {
  if (await isSending(db, destination, clocks.clock)) return undefined;
  const waiting = () => waitingLong(db, destination, clocks.now);
  const oldest = await waiting().orderBy(['priority', 'id']).first('last_error');
  if (!oldest) return undefined;
  const untried = await waiting()
    .where((due) => due.where('due_at', '<=', longAgo(clocks.clock)).orWhere('due_at', '>', tooFar(clocks.clock)))
    .first('id');
  const counted = await waiting().count({ count: '*' }).first();
  const state = untried ? 'stalled' : 'failing';
  return { state, waiting: Number(counted?.count ?? 0), error: oldest.last_error ?? undefined };
}

/** Says in the log that nothing is sent. */
export async function reportStall(db: Database, destination: Destination, clocks: Clocks, log: Logger): Promise<void> {
  const stall = await findStall(db, destination, clocks);
  if (stall) log.error({ destination, ...stall }, 'Nothing was sent for five minutes');
}

async function isSending(db: Database, destination: Destination, clock: Now): Promise<boolean> {
  const last = await db('outbox')
    .whereRaw("state in ('sent', 'dead')")
    .where({ destination })
    .whereBetween('settled_at', [longAgo(clock), tooFar(clock)])
    .first('id');
  return last !== undefined;
}

function waitingLong(db: Database, destination: Destination, now: Now) {
  return db('outbox')
    .whereRaw(LIVE)
    .where({ destination })
    .where((old) => old.where('created_at', '<=', longAgo(now)).orWhere('created_at', '>', tooFar(now)));
}

function longAgo(now: Now) {
  return toInstant(now.minus(PATIENCE));
}

function tooFar(now: Now) {
  return toInstant(now.plus(FURTHEST));
}
