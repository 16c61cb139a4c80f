import { orderReference } from '../../../core/reference';
import { addDays, type Now, today, toInstant } from '../../../core/time';
import type { Database } from '../../../database/database';
import { enqueue } from '../../../outbox/outbox';
import { orderChanged } from '../../orders/order-changed.messages';
import { forgetAlerts } from '../expiry.sql';
import { daysInQuestion } from '../reminder';
import { MAX_SNOOZE_DAYS } from '../reminder-settings';
import { endSnoozesAfter } from '../reminder-settings.sql';
import { findExpiredFrom, isDecidedAfter, takeBackExpired } from './expired-early.sql';
import { findDecisionsAfter, takeBackDecision } from './future-decisions.sql';

/** Allows for the clocks of other machines. */
const TOLERANCE = { minutes: 1 };
const BATCH_SIZE = 200;

/**
 * Takes back what was decided while a clock was ahead, which would silence the true days. `at` is the instant for which
 * reminders are sent, `now` the real time. Idempotent, safe to run concurrently, and resumes after a crash.
 */
export async function takeBackFuture(db: Database, { at, now }: { at: Now; now: Now }): Promise<void> {
  // First: the decisions tell that there is something to take back.
  await takeBackExpiries(db, at, now);
  await takeBackDecisions(db, now);
  // Nobody may pause reminders for longer.
  await endSnoozesAfter(db, addDays(daysInQuestion(at).at(-1) ?? today(at, 'utc'), MAX_SNOOZE_DAYS));
}

/** Orders that have not ended after all: their messages are drawn again, and their end is told when it comes. */
async function takeBackExpiries(db: Database, at: Now, now: Now): Promise<void> {
  const days = daysInQuestion(at);
  const [first, last] = [days[0] ?? today(at, 'utc'), days.at(-1) ?? today(at, 'utc')];
  const wasAhead = (await isDecidedAfter(db, last)) || (await findDecisionsAfter(db, latest(now), 1)).length > 0;
  if (!wasAhead) return;
  for (const order of await findExpiredFrom(db, first)) {
    if (order.assignBy < today(at, order.timezone)) continue;
    await db.transaction(async (tx) => {
      const subject = orderReference(order.id);
      if (await takeBackExpired(tx, order)) await enqueue(tx, { message: orderChanged, subject }, toInstant(now));
    });
  }
}

/** Alerts of a day that is still to come are raised again, even if they were sent: they told of a wrong day. */
async function takeBackDecisions(db: Database, now: Now): Promise<void> {
  // A run that begins now must not take these decisions for its own.
  const before = toInstant(now.minus({ milliseconds: 1 }));
  for (;;) {
    const decisions = await findDecisionsAfter(db, latest(now), BATCH_SIZE);
    if (decisions.length === 0) return;
    await db.transaction(async (tx) => {
      for (const decision of decisions) {
        const stands = await takeBackDecision(tx, decision, before);
        const isToCome = decision.day > today(now, decision.timezone);
        if (!stands || isToCome) await forgetAlerts(tx, decision.customerId, decision.day);
      }
    });
  }
}

function latest(now: Now) {
  return toInstant(now.plus(TOLERANCE));
}
