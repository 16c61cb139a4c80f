import type { Customer } from '../../core/customer';
import { ChangedMeanwhile, UserError } from '../../core/errors';
import type { HolidayCalendar } from '../../core/holiday-calendar';
import type { Person } from '../../core/person';
import { addDays, type Day, mondayOf, type Now, today, toInstant } from '../../core/time';
import { versionOf } from '../../core/version';
import type { Database } from '../../database/database';
import { idempotent } from '../../database/idempotent';
import { record } from '../../database/ledger';
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
  type SnoozeShown,
  settingsVersion,
  snoozeVersion,
  type Versioned,
} from './reminder-settings';
import { getReminderSettings, lockReminderSettings, saveReminderSettings, saveSnooze } from './reminder-settings.sql';
import { decidedDays, isDecided, skipDay } from './reminders.sql';

interface At {
  now: Now;
  calendar: HolidayCalendar;
}

/** Undefined when the person must choose a customer first. Throws UserError when they may not manage its reminders. */
export async function remindersFor(db: Database, hint: Hint, by: Person, at: At): Promise<Reminders | undefined> {
  const customer = await customerFor(db, hint, by, 'remind');
  return customer && remindersOf(db, customer.id, at);
}

/** Caller must already be authorised to see the customer. */
export async function remindersOf(db: Database, customerId: number, { now, calendar }: At): Promise<Reminders> {
  const customer = await getCustomer(db, customerId);
  const settings = await getReminderSettings(db, customerId);
  const day = today(now, settings.timezone);
  const isDone = await isDecided(db, customerId, day);
  const last = isDone ? day : addDays(day, -1);
  const missed = await missedThisWeek(db, customerId, last);
  return { customer, settings, day, next: nextReminderDay(last, settings, calendar, missed) };
}

/** Days from Monday to `last` without a reminder decision, or whose reminder was missed. */
async function missedThisWeek(db: Database, customerId: number, last: Day): Promise<Day[]> {
  const days = [];
  for (let day = mondayOf(last); day <= last; day = addDays(day, 1)) days.push(day);
  const decided = await decidedDays(db, customerId, days);
  return days.filter((day) => !decided.includes(day));
}

/** All or nothing; throws UserError with every refusal. A reminder already sent today does not repeat. */
export async function changeReminders(
  db: Database,
  form: Hint & ReminderForm & Versioned,
  by: Person,
  at: At,
  submission?: string,
): Promise<Reminders> {
  return settingOnce(db, form, by, at, submission, async (tx, { id }) => {
    const before = await getReminderSettings(tx, id);
    if (form.version !== settingsVersion(before)) throw new ChangedMeanwhile({ code: 'reminders.changed' });
    return saveChange(tx, id, planReminders(form, before.snoozedUntil, at.calendar), by, at);
  });
}

/** Switches the frequency from daily to weekly. Throws UserError when reminders have been turned off since. */
export async function remindWeekly(db: Database, hint: Hint, by: Person, at: At): Promise<Reminders> {
  return settingOnce(db, hint, by, at, undefined, async (tx, { id }) => {
    const before = await getReminderSettings(tx, id);
    if (before.frequency === 'never') throw new UserError({ code: 'reminders.changed_since' });
    return saveChange(tx, id, { ...before, frequency: 'weekly' }, by, at);
  });
}

/** Pauses reminders until that day. Expiry alerts still go out. */
export async function snoozeReminders(
  db: Database,
  input: Hint & { for: string | undefined; until: Day | undefined } & Versioned,
  by: Person,
  at: At,
  submission?: string,
): Promise<Reminders> {
  return settingOnce(db, input, by, at, submission, async (tx, { id, timezone }) => {
    const before = await getReminderSettings(tx, id);
    if (input.version !== snoozeVersion(before)) throw new ChangedMeanwhile({ code: 'reminders.changed' });
    return saveNewSnooze(tx, id, planSnooze(input, today(at.now, timezone)), by, at);
  });
}

/** Ends the snooze now. Throws UserError when it is another one than was shown. */
export async function resumeReminders(
  db: Database,
  { customer, until }: Partial<SnoozeShown>,
  by: Person,
  at: At,
): Promise<Reminders> {
  return settingOnce(db, { customer }, by, at, undefined, async (tx, { id }) => {
    const { snoozedUntil } = await getReminderSettings(tx, id);
    const isOther = until !== undefined && snoozedUntil !== undefined && snoozedUntil !== until;
    if (isOther) throw new UserError({ code: 'reminders.changed_since' });
    return saveNewSnooze(tx, id, undefined, by, at);
  });
}

async function settingOnce(
  db: Database,
  hint: Hint,
  by: Person,
  at: At,
  submission: string | undefined,
  change: (tx: Database, customer: Customer) => Promise<void>,
): Promise<Reminders> {
  return idempotent(db, submission, by, at.now, {
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
  // The new time has already passed today, so reminders resume on the next working day.
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

/** Records the change for the notice in the channel; skips it if nothing changed. */
async function note(
  tx: Database,
  customerId: number,
  kind: typeof remindersChanged,
  change: { before: object; after: object },
  by: Person,
  { now }: At,
): Promise<void> {
  if (versionOf(change.before) === versionOf(change.after)) return;
  const customer = await getCustomer(tx, customerId);
  await record(tx, by, now, kind({ subject: customer.code, customerId, ...change }, { customer }));
}
