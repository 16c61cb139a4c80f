import type { Customer } from '../../core/customer';
import type { HolidayCalendar } from '../../core/holiday-calendar';
import type { Person } from '../../core/person';
import { addDays, type Day, mondayOf, type Now, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { once } from '../../database/once';
import { getCustomer } from '../customers/customers.sql';
import { customerFor, type Hint, theCustomerFor } from '../orders/find-customer-for';
import { momentOf, nextReminderDay } from './reminder';
import { remindersChanged, remindersSnoozed } from './reminder-changes';
import {
  planReminders,
  planSnooze,
  type ReminderForm,
  type ReminderSettings,
  type Reminders,
} from './reminder-settings';
import { getReminderSettings, lockReminderSettings, saveReminderSettings, saveSnooze } from './reminder-settings.sql';
import { daysKept, isDecided, skipDay } from './reminders.sql';

interface At {
  now: Now;
  calendar: HolidayCalendar;
}

/** Undefined when the person has to choose a customer first. */
export async function remindersFor(db: Database, hint: Hint, by: Person, at: At): Promise<Reminders | undefined> {
  const customer = await customerFor(db, hint, by, 'remind');
  return customer && remindersOf(db, customer.id, at);
}

/** For anybody who was already let in, and for jobs. */
export async function remindersOf(db: Database, customerId: number, { now, calendar }: At): Promise<Reminders> {
  const customer = await getCustomer(db, customerId);
  const settings = await getReminderSettings(db, customerId);
  const day = today(now, settings.timezone);
  const isDone = await isDecided(db, customerId, day);
  const last = isDone ? day : addDays(day, -1);
  const missed = await missedThisWeek(db, customerId, last);
  return { customer, settings, day, next: nextReminderDay(last, settings, calendar, missed) };
}

/** Days from Monday to that one for which nothing was decided, or too late. */
async function missedThisWeek(db: Database, customerId: number, last: Day): Promise<Day[]> {
  const days = [];
  for (let day = mondayOf(last); day <= last; day = addDays(day, 1)) days.push(day);
  const kept = await daysKept(db, customerId, days);
  return days.filter((day) => !kept.includes(day));
}

/** All of the form or nothing. A reminder of the day that went out already does not come again. */
export async function changeReminders(
  db: Database,
  form: Hint & ReminderForm,
  by: Person,
  at: At,
  submission?: string,
): Promise<Reminders> {
  return settingOnce(db, form, by, at, submission, async (tx, { id }) => {
    const { snoozedUntil } = await getReminderSettings(tx, id);
    return saveChange(tx, id, planReminders(form, snoozedUntil, at.calendar), by, at);
  });
}

/** One press instead of the form. */
export async function remindWeekly(db: Database, hint: Hint, by: Person, at: At): Promise<Reminders> {
  return settingOnce(db, hint, by, at, undefined, async (tx, { id }) =>
    saveChange(tx, id, { ...(await getReminderSettings(tx, id)), frequency: 'weekly' }, by, at),
  );
}

/** Nothing comes before that day. What expires is told all the same. */
export async function snoozeReminders(
  db: Database,
  wish: Hint & { for: string | undefined; until: Day | undefined },
  by: Person,
  at: At,
  submission?: string,
): Promise<Reminders> {
  return settingOnce(db, wish, by, at, submission, (tx, { id, timezone }) =>
    saveNewSnooze(tx, id, planSnooze(wish, today(at.now, timezone)), by, at),
  );
}

/** Takes a snooze back. */
export async function resumeReminders(db: Database, hint: Hint, by: Person, at: At): Promise<Reminders> {
  return settingOnce(db, hint, by, at, undefined, (tx, { id }) => saveNewSnooze(tx, id, undefined, by, at));
}

async function settingOnce(
  db: Database,
  hint: Hint,
  by: Person,
  at: At,
  submission: string | undefined,
  change: (tx: Database, customer: Customer) => Promise<void>,
): Promise<Reminders> {
  return once(db, submission, by, at.now, {
    run: async (tx) => {
      const customer = await theCustomerFor(tx, hint, by, 'remind');
      await lockReminderSettings(tx, customer.id);
      await change(tx, customer);
      return String(customer.id);
    },
    load: (tx, id) => remindersOf(tx, Number(id), at),
  });
}

async function saveChange(tx: Database, customerId: number, after: ReminderSettings, by: Person, at: At) {
  const before = await getReminderSettings(tx, customerId);
  await saveReminderSettings(tx, customerId, after);
  const day = today(at.now, after.timezone);
  // An hour that has just passed by being moved begins with the next working day.
  if (isBefore(before, at.now) && !isBefore(after, at.now)) await skipDay(tx, customerId, day, toInstant(at.now));
  await note(tx, customerId, remindersChanged, { before, after }, by, at);
}

function isBefore(schedule: ReminderSettings, now: Now): boolean {
  return momentOf(today(now, schedule.timezone), schedule, now) === 'early';
}

async function saveNewSnooze(tx: Database, customerId: number, until: Day | undefined, by: Person, at: At) {
  const { snoozedUntil } = await getReminderSettings(tx, customerId);
  await saveSnooze(tx, customerId, until);
  const change = { before: { snoozedUntil: snoozedUntil ?? null }, after: { snoozedUntil: until ?? null } };
  await note(tx, customerId, remindersSnoozed, change, by, at);
}

/** What is set for all is said to all, with who did it. */
async function note(
  tx: Database,
  customerId: number,
  kind: typeof remindersChanged,
  change: { before: object; after: object },
  by: Person,
  { now }: At,
): Promise<void> {
  if (inOrder(change.before) === inOrder(change.after)) return;
  const customer = await getCustomer(tx, customerId);
  await record(tx, by, now, kind({ subject: customer.code, customerId, ...change }, { customer }));
}

function inOrder(settings: object): string {
  return JSON.stringify(Object.entries(settings).sort());
}
