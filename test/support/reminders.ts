import { toInstant } from '../../src/core/time';
import type { Database } from '../../src/database/database';
import { findCustomer } from '../../src/features/customers/customers.sql';
import { holidayCalendar } from '../../src/features/reminders/holidays';
import { remind } from '../../src/features/reminders/remind';
import type { ReminderSettings } from '../../src/features/reminders/reminder-settings';
import { getReminderSettings, saveReminderSettings } from '../../src/features/reminders/reminder-settings.sql';
import { at } from './time';

/** One customer in Paris and one product, whose seats have no default assign-by date. */
export const ONE_CUSTOMER = `
courses: [{ shortname: EXCEL-1, name: Excel basics }]
products: [{ code: ANY, name: Any course }]
customers:
  - code: ACME
    name: Acme
    channel: C0ACME00001
    timezone: Europe/Paris
    coordinators: [{ team: T000000001, user: U0CLAIRE001 }, { team: T000000001, user: U0CARLOS001 }]`;

/** Runs the reminder job as the program does at this instant. */
export function looks(db: Database, instant: string) {
  const now = at(instant);
  return remind(db, { at: now, now, calendar: holidayCalendar });
}

/** Runs `seats remind --at`. */
export function picks(db: Database, instant: string, now = at(instant)) {
  return remind(db, { at: at(instant), now, calendar: holidayCalendar, isPicked: true });
}

/** Runs the job at the same UTC time on each of these days. */
export async function looksDaily(db: Database, from: string, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) await looks(db, toInstant(at(from).plus({ days: day })));
}

/** Changes Acme's reminder settings, as the form does. */
export async function sets(db: Database, change: Partial<ReminderSettings>): Promise<void> {
  const { id = 0 } = (await findCustomer(db, 'ACME')) ?? {};
  await saveReminderSettings(db, id, { ...(await getReminderSettings(db, id)), ...change });
}

/** The days of the reminders queued so far, once per destination. */
export async function daysReminded(db: Database): Promise<string[]> {
  const rows = await db('outbox').where({ kind: 'reminder' }).orderBy('subject');
  return rows.map(({ subject }) => subject.split('/')[1] ?? '');
}

/** The destinations of that day's reminders. */
export async function placesReminded(db: Database, day: string): Promise<string[]> {
  const rows = await db('outbox').where({ kind: 'reminder' }).whereLike('subject', `%/${day}`).orderBy('lane');
  return rows.map(({ lane }) => lane);
}
