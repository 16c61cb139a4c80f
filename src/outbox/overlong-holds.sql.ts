import { type Instant, type Now, toInstant } from '../core/time';
import type { Database } from '../database/database';
import { freeBudgets, isAnyBudgetHeld } from './call-budgets.sql';
import { AT_ONCE, LIVE } from './outbox';
import type { Destination } from './outbox-entry';
import { MAX_WAIT_SECONDS } from './retries';

/** Allows for the clocks of other machines. */
const TOLERANCE_MS = 60_000;
/** No retry or wait lasts longer. */
const MAX_WAIT_MS = MAX_WAIT_SECONDS * 1_000;
/** An entry that Slack refused waits in its key, which is free at the same instant. Others hold it for a lease only. */
const REFUSED = "outbox.lane = lanes.lane and outbox.due_at = lanes.free_at and state in ('pending', 'unknown')";

interface Limits {
  furthest: Instant;
  /** For what is not held by a refusal. */
  nearest: Instant;
}

/**
 * Frees whatever is held further ahead than anything is ever held: a clock that was wrong left it behind. A key whose
 * message may still be on its way is held for one more lease.
 */
export async function freeOverlongHolds(
  db: Database,
  destination: Destination,
  now: Now,
  leaseMs: number,
): Promise<number> {
  const at = toInstant(now);
  const furthest = toInstant(now.plus(MAX_WAIT_MS + TOLERANCE_MS));
  const limits = { furthest, nearest: toInstant(now.plus(leaseMs + TOLERANCE_MS)) };
  if (!(await isAnyHeld(db, destination, limits))) return 0;
  const leaseEnd = toInstant(now.plus({ milliseconds: leaseMs }));
  return db.transaction(async (tx) => {
    const keys = () => heldKeys(tx, limits);
    const underWay = () => tx('outbox').whereRaw("state = 'sending' and outbox.lane = lanes.lane").select(tx.raw('1'));
    const waiting = () => waitingFor(tx, destination);
    return (
      // First, like every sender, so that the two cannot deadlock.
      (await freeBudgets(tx, limits, at)) +
      (await keys().whereNotExists(underWay()).update({ free_at: at })) +
      (await keys().whereExists(underWay().where({ destination })).update({ free_at: leaseEnd })) +
      (await waiting().where('due_at', '>', furthest).update({ due_at: AT_ONCE })) +
      (await waiting().where('first_tried_at', '>', furthest).update({ first_tried_at: at }))
    );
  });
}

/** Reads only, so that a usual look takes no lock. */
async function isAnyHeld(db: Database, destination: Destination, limits: Limits): Promise<boolean> {
  const { furthest } = limits;
  const key = await heldKeys(db, limits).first('lane');
  if (key || (await isAnyBudgetHeld(db, limits))) return true;
  const entry = await waitingFor(db, destination)
    .where((far) => far.where('due_at', '>', furthest).orWhere('first_tried_at', '>', furthest))
    .first('id');
  return entry !== undefined;
}

function heldKeys(db: Database, { furthest, nearest }: Limits) {
  const refused = db('outbox').whereRaw(REFUSED).select(db.raw('1'));
  return db('lanes')
    .where('free_at', '>', nearest)
    .where((far) => far.where('free_at', '>', furthest).orWhere((one) => one.whereNotExists(refused)));
}

function waitingFor(db: Database, destination: Destination) {
  return db('outbox').whereRaw(LIVE).where({ destination });
}
