import { setTimeout as sleep } from 'node:timers/promises';
import type { Ground } from './ground';
import { type Happening, happen } from './happenings';
import type { Worker } from './workers';

const LIVE = ['pending', 'sending', 'unknown'] as const;
/** As the sender's pace, where nothing else says when to look again. */
const STEP_MS = 67;
/** Between two looks while something is being sent. */
const BUSY_MS = 4;
/** A schedule takes some hundred rounds. */
const MAX_ROUNDS = 20_000;

/**
 * Lets things happen and the workers work, and moves the clock whenever nothing is being sent, until nothing is left to
 * send. Returns what has not happened by then because all the workers are dead.
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

/** When something is to be sent or to happen; undefined when nothing is any more. */
async function nextMoment(ground: Ground, coming: readonly Happening[]): Promise<number | undefined> {
  const rows = await ground
    .db('outbox')
    .leftJoin('lanes', 'lanes.lane', 'outbox.lane')
    .where('outbox.id', '>', ground.before)
    .whereIn('state', LIVE)
    .select('due_at', 'free_at');
  const moments = rows.map(({ due_at, free_at }) => Math.max(toMilliseconds(due_at), toMilliseconds(free_at)));
  moments.push(...coming.map((one) => momentOf(ground, one)));
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

function toMilliseconds(instant: string | null): number {
  return instant ? Date.parse(instant) : 0;
}
