import { setTimeout as sleep } from 'node:timers/promises';
import { CallBudgets } from '../../../src/outbox/call-budgets';
import type { Ground } from './ground';
import { type Happening, happen } from './happenings';
import type { Worker } from './workers';

const LIVE = ['pending', 'sending', 'unknown'] as const;
/** Milliseconds between the sender's rounds when nothing is scheduled earlier. */
const STEP_MS = 67;
/** Milliseconds between two polls while messages are being sent. */
const BUSY_MS = 4;
/** A safety limit: a schedule takes a few hundred rounds. */
const MAX_ROUNDS = 20_000;

/**
 * Plays the events and runs the workers until nothing is left to send. Moves the clock whenever no message is being
 * sent. Returns the events that are still to come when all workers are dead.
 */
export async function settle(
  ground: Ground,
  workers: Worker[],
  happenings: readonly Happening[],
): Promise<Happening[]> {
  let coming = [...happenings];
  let alive = [...workers];
  for (let rounds = 0; rounds < MAX_ROUNDS; rounds += 1) {
    const due = coming.filter((one) => momentOf(ground, one) <= ground.clock.milliseconds);
    coming = coming.filter((one) => !due.includes(one));
    const reports = alive.map(async (worker) => ({ worker, is: await worker.round() }));
    await Promise.all(due.map((one) => happenAt(ground, one)));
    const states = await Promise.all(reports);
    alive = states.filter(({ is }) => is !== 'dead').map(({ worker }) => worker);
    if (alive.length === 0) return coming;
    if (states.some(({ is }) => is === 'busy')) {
      await sleep(BUSY_MS);
      continue;
    }
    const next = await nextMoment(ground, coming);
    if (next === undefined) return [];
    ground.clock.moveTo(Math.max(next, ground.clock.milliseconds + STEP_MS));
  }
  throw new Error(`Something is still to be sent after ${MAX_ROUNDS} rounds.`);
}

function happenAt(ground: Ground, what: Happening): Promise<void> {
  const customer = ground.customers.get(what.customer);
  if (!customer) throw new Error(`There is no customer ${what.customer}.`);
  return happen(ground.db, what, customer, ground.clock.now());
}

function momentOf({ startedAt }: Ground, { after }: Happening): number {
  return startedAt + after * 1_000;
}

/** The time of the next delivery or event, in milliseconds; undefined when there is none. */
async function nextMoment(ground: Ground, coming: readonly Happening[]): Promise<number | undefined> {
  const rows = await ground
    .db('outbox')
    .leftJoin('lanes', 'lanes.lane', 'outbox.lane')
    .where('outbox.id', '>', ground.before)
    .whereIn('state', LIVE)
    .select('due_at', 'free_at', 'method');
  const budgets = new CallBudgets();
  await budgets.read(ground.db, [...new Set(rows.map(({ method }) => method))]);
  const now = ground.clock.now();
  const moments = rows.map(({ due_at, free_at, method }) => {
    const allowedAt = ground.clock.milliseconds + budgets.untilAllowed(method, now);
    return Math.max(toMilliseconds(due_at), toMilliseconds(free_at), allowedAt);
  });
  moments.push(...coming.map((one) => momentOf(ground, one)));
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

function toMilliseconds(instant: string | null): number {
  return instant ? Date.parse(instant) : 0;
}
