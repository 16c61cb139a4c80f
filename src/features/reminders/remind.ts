import type { HolidayCalendar } from '../../core/holiday-calendar';
import { SYSTEM } from '../../core/person';
import { addDays, type Day, type Instant, type Now, today, toInstant } from '../../core/time';
import { announce } from '../../database/changes';
import type { Database } from '../../database/database';
import { enqueue } from '../../outbox/outbox';
import { orderChanged } from '../orders/order-changed.messages';
import { raiseExpired, raiseExpiryAlerts } from './expiry.sql';
import { daysInQuestion, dueOn, LATE_AFTER_HOURS, momentOf, planDay, type ReminderSchedule } from './reminder';
import { remindersDecided } from './reminder-changes';
import { decideDay, decideTooLate, queueReminders, reconsider } from './reminder-decisions.sql';
import { type Decision, nextPortion } from './reminder-portion.sql';
import { findSchedules, findUndecidedSchedules } from './reminder-settings.sql';

/** So many customers at a time: deciding them takes a few milliseconds, in which nobody else can write. */
const PORTION = 200;

/** What one look at the clock led to. */
interface Reminded {
  /** Messages queued. */
  queued: number;
  /** Customers whose reminder came too late to be sent. */
  late: number;
}

interface Moment {
  /** The moment whose reminders are meant. */
  at: Now;
  /** What the clock says really: when whatever is queued is queued. */
  now: Now;
  calendar: HolidayCalendar;
  /** Waits between two portions, so that whoever asks for something meanwhile is answered first. */
  breathe?: () => Promise<unknown>;
  /** Decides again where nothing was said; for a moment picked by hand rather than come to. */
  isPicked?: boolean;
}

/**
 * Queues every reminder that is due at that moment and was not queued before, each in the customer's own day, and decides
 * what is too late. Safe to call as often and by as many as like; a call that died half-way is made up for by the next. One schedule
 * that fails keeps none of the others; then it throws an AggregateError in the end.
 */
export async function remind(db: Database, moment: Moment): Promise<Reminded> {
  const sum: Reminded = { queued: 0, late: 0 };
  const errors: unknown[] = [];
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

/** Schedules for which the day may be yesterday or today. */
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
  // The four hours count from when it was due, wherever the moment lies.
  const left = dueOn(day, schedule).plus({ hours: LATE_AFTER_HOURS }).diff(moment.at);
  const [at, expiresAt] = [toInstant(moment.now), toInstant(moment.now.plus(left))];
  for (let after = 0; ; ) {
    const { customers, last } = await nextPortion(
      db,
      { schedule, day, again: moment.isPicked === true },
      after,
      PORTION,
    );
    if (customers === 0) return sum;
    const decision = { schedule, day, portion: [after, last] as const, plan, at };
    await db.transaction(async (tx) => {
      if (moment.isPicked) await reconsider(tx, decision);
      if (is === 'late') sum.late += await decideTooLate(tx, decision);
      else sum.queued += await decide(tx, decision, expiresAt);
      // A moment to come makes nothing expire.
      if (moment.at <= moment.now || !moment.isPicked) await followExpired(tx, decision);
      await announce(tx, { by: SYSTEM, now: moment.now }, remindersDecided({ subject: day }));
    });
    await moment.breathe?.();
    if (customers < PORTION) return sum;
    after = last;
  }
}

async function decide(tx: Database, decision: Decision, expiresAt: Instant): Promise<number> {
  await raiseExpiryAlerts(tx, decision);
  await decideDay(tx, decision);
  return queueReminders(tx, decision, expiresAt);
}

/** Orders change without anybody doing anything when their last day ends. */
async function followExpired(tx: Database, decision: Decision): Promise<void> {
  for (const subject of await raiseExpired(tx, decision))
    await enqueue(tx, { message: orderChanged, subject }, decision.at);
}
