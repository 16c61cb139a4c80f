import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { findDecisionsAfter, takeBackDecision } from './future-decisions.sql';

/** Allows for the clocks of other machines. */
const TOLERANCE = { minutes: 1 };
const BATCH_SIZE = 200;

/**
 * Takes back the decisions of a clock that was ahead: left alone, they would silence the true days. Idempotent, safe to
 * run concurrently, and resumes after a crash.
 */
export async function takeBackFuture(db: Database, now: Now): Promise<void> {
  const furthest = toInstant(now.plus(TOLERANCE));
  // A run that begins now must not take these decisions for its own.
  const before = toInstant(now.minus({ milliseconds: 1 }));
  for (;;) {
    const decisions = await findDecisionsAfter(db, furthest, BATCH_SIZE);
    if (decisions.length === 0) return;
    await db.transaction(async (tx) => {
      for (const decision of decisions) await takeBackDecision(tx, decision, before);
    });
  }
}
