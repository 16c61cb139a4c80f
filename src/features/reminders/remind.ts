import type { HolidayCalendar } from '../../core/holiday-calendar';
import { SYSTEM } from '../../core/person';
import { addDays, type Day, type Instant, type Now, today, toInstant } from '../../core/time';
import { announce } from '../../database/changes';
import type { Database } from '../../database/database';
import { enqueue } from '../../outbox/outbox';
import { orderChanged } from '../orders/order-changed.messages';
import { raiseExpired, raiseExpiryAlerts } from './expiry.sql';
import { daysInQuestion, dueOn, LATE_AFTER_HOURS, momentOf, planDay, type ReminderSchedule } from './reminder';
import { type Decision, nextBatch } from './reminder-batch.sql';
import { remindersDecided } from './reminder-changes';
import { decideDay, decideTooLate, queueReminders, reconsider } from './reminder-decisions.sql';
import { findSchedules, findUndecidedSchedules } from './reminder-settings.sql';
import { takeBackFuture } from './wrong-clock/take-back-future';

/** Customers per transaction: a batch takes a few milliseconds, during which nothing else can write. */
const BATCH_SIZE = 200;

interface Reminded {
  /** Messages queued. */
  queued: number;
  /** Customers whose reminder was too late to send. */
  late: number;
}

interface Moment {
  /** The instant for which to send reminders. */
  at: Now;
  /** The real time; becomes the creation time of queued messages. */
  now: Now;
  calendar: HolidayCalendar;
  /** Runs between batches, so that requests need not wait for the whole run. */
  yieldToOthers?: () => Promise<unknown>;
  /** Picked by hand (`remind --at`) rather than by the clock: also reconsiders customers that got no message. */
  isPicked?: boolean;
}

/**
 * Queues every reminder due at `at` that was not queued before, and marks the overdue ones as late; days are in each
 * customer's time zone. Idempotent, safe to run concurrently, and resumes after a crash. A failing schedule does not
 * stop the others; throws an AggregateError at the end.
 */
export async function remind(db: Database, moment: Moment): Promise<Reminded> {
  const sum: Reminded = { queued: 0, late: 0 };
  const errors: unknown[] = [];
  await takeBackFuture(db, { now: moment.now, at: moment.isPicked ? moment.now : moment.at });
  for (const day of daysInQuestion(moment.at)) {
    for (const schedule of await schedulesOn(db, day, moment)) {
      try {
        const { queued, late } = await remindOn(db, day, schedule, moment);
        sum.queued += queued;
        sum.late += late;
      } catch (error) {
        errors.push(error);
      }
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} schedules could not be looked at`);
  return sum;
}

/** Schedules for which `day` is today or yesterday. */
async function schedulesOn(db: Database, day: Day, { at, isPicked }: Moment): Promise<ReminderSchedule[]> {
  const schedules = isPicked ? await findSchedules(db) : await findUndecidedSchedules(db, day);
  return schedules.filter(({ timezone }) => {
    const here = today(at, timezone);
    return day === here || day === addDays(here, -1);
  });
}

async function remindOn(db: Database, day: Day, schedule: ReminderSchedule, moment: Moment): Promise<Reminded> {
  const is = momentOf(day, schedule, moment.at);
  const sum: Reminded = { queued: 0, late: 0 };
  if (is === 'early' || (is === 'late' && moment.isPicked)) return sum;
  const plan = planDay(day, schedule, moment.calendar);
  // The deadline counts from the due time, whatever `at` is.
  const left = dueOn(day, schedule).plus({ hours: LATE_AFTER_HOURS }).diff(moment.at);
  const [at, expiresAt] = [toInstant(moment.now), toInstant(moment.now.plus(left))];
  for (let after = 0; ; ) {
    const { customers, last } = await nextBatch(
      db,
      { schedule, day, again: moment.isPicked === true },
      after,
      BATCH_SIZE,
    );
    if (customers === 0) return sum;
    const decision = { schedule, day, range: [after, last] as const, plan, at };
    await db.transaction(async (tx) => {
      if (moment.isPicked) await reconsider(tx, decision);
      if (is === 'late') sum.late += await decideTooLate(tx, decision);
      else sum.queued += await decide(tx, decision, expiresAt);
      // A future instant must not expire any seats.
      if (moment.at <= moment.now || !moment.isPicked) await queueExpired(tx, decision);
      await announce(tx, { by: SYSTEM, now: moment.now }, remindersDecided({ subject: day }));
    });
    if (customers < BATCH_SIZE) return sum;
    await moment.yieldToOthers?.();
    after = last;
  }
}

async function decide(tx: Database, decision: Decision, expiresAt: Instant): Promise<number> {
  await raiseExpiryAlerts(tx, decision);
  await decideDay(tx, decision);
  return queueReminders(tx, decision, expiresAt);
}

/** Seats expire by the date alone, so this queues the order's change. */
async function queueExpired(tx: Database, decision: Decision): Promise<void> {
  for (const subject of await raiseExpired(tx, decision))
    await enqueue(tx, { message: orderChanged, subject }, decision.at);
}
