import { type Instant, type Now, toInstant } from '../core/time';
import type { Database } from '../database/database';
import { freeBudgets, isAnyBudgetHeld } from './call-budgets.sql';
import { AT_ONCE, LIVE } from './outbox';
import type { Destination } from './outbox-entry';
import { MAX_WAIT_SECONDS } from './retries';

/** No lease, retry or wait lasts longer; the extra minute allows for the clocks of other machines. */
const FURTHEST = { seconds: MAX_WAIT_SECONDS + 60 };

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
  const [at, furthest] = [toInstant(now), toInstant(now.plus(FURTHEST))];
  if (!(await isAnyHeld(db, destination, furthest))) return 0;
  const leaseEnd = toInstant(now.plus({ milliseconds: leaseMs }));
  return db.transaction(async (tx) => {
    const keys = () => tx('lanes').where('free_at', '>', furthest);
    const underWay = () => tx('outbox').whereRaw("state = 'sending' and outbox.lane = lanes.lane").select(tx.raw('1'));
    const waiting = () => waitingFor(tx, destination);
    return (
      // First, like every sender, so that the two cannot deadlock.
      (await freeBudgets(tx, furthest, at)) +
      (await keys().whereNotExists(underWay()).update({ free_at: at })) +
      (await keys().whereExists(underWay().where({ destination })).update({ free_at: leaseEnd })) +
      (await waiting().where('due_at', '>', furthest).update({ due_at: AT_ONCE })) +
      (await waiting().where('first_tried_at', '>', furthest).update({ first_tried_at: at }))
    );
  });
}

/** Reads only, so that a usual look takes no lock. */
async function isAnyHeld(db: Database, destination: Destination, furthest: Instant): Promise<boolean> {
  const key = await db('lanes').where('free_at', '>', furthest).first('lane');
  if (key || (await isAnyBudgetHeld(db, furthest))) return true;
  const entry = await waitingFor(db, destination)
    .where((far) => far.where('due_at', '>', furthest).orWhere('first_tried_at', '>', furthest))
    .first('id');
  return entry !== undefined;
}

function waitingFor(db: Database, destination: Destination) {
  return db('outbox').whereRaw(LIVE).where({ destination });
}
