import { DateTime } from 'luxon';
import { addDays, type Day, type Now, today } from '../../../src/core/time';
import type { Database } from '../../../src/database/database';
import { holidayCalendar } from '../../../src/features/reminders/holidays';
import { dueOn, type ReminderSchedule } from '../../../src/features/reminders/reminder';
import { findSchedules } from '../../../src/features/reminders/reminder-settings.sql';
import { isReminderDay } from '../../support/reminder-days';
import { buildDatabase, type Seeded } from './build-database';

/** Many customers whose reminders are due in the same minute. */
export interface Crowd extends Seeded {
  /** A moment when all reminders are due, on a working day not used before. */
  nextMoment: () => Promise<Now>;
}

const SIZE = { customers: 10_000, seatsPerOrder: 10, assignedPerOrder: 3 };
const ZONE = 'Europe/Paris';
/** Countries in the same time zone as Paris. */
const COUNTRIES = {
  FR: 'Paris',
  DE: 'Berlin',
  ES: 'Madrid',
  IT: 'Rome',
  AT: 'Vienna',
  BE: 'Brussels',
  NL: 'Amsterdam',
  CZ: 'Prague',
  PL: 'Warsaw',
  SE: 'Stockholm',
};
const WEEKS = ['12345', '1234', '123456', '1234567', '12347'];

/**
 * A million seats, ten orders per customer. One customer in a hundred has an order that expired this week. All profiles
 * count as seen within the hour, however far the clock is moved.
 */
export async function buildCrowd(file: string): Promise<Crowd> {
  const seeded = await buildDatabase(file, SIZE);
  const { db } = seeded;
  await db.raw("update orders set assign_by = date('now', '-3 days') where id % 1000 = 10");
  await db.raw(
    `insert into profiles (team_id, user_id, locale, checked_at)
     select team_id, user_id, 'en', date('now', '1 year') from coordinators where true
     on conflict (team_id, user_id) do update set checked_at = excluded.checked_at`,
  );
  await oneSchedule(db);
  let last = addDays(today(DateTime.utc() as Now, ZONE), 1);
  const nextMoment = async () => {
    const schedules = await findSchedules(db);
    do last = addDays(last, 1);
    while (!schedules.every((schedule) => isReminderDay(last, schedule, holidayCalendar)));
    await lookAtBoards(db, last);
    return dueOn(last, schedules[0] as ReminderSchedule);
  };
  return { ...seeded, nextMoment };
}

/** Marks all boards as checked on that day, because checking them is not part of the measurement. */
async function lookAtBoards(db: Database, day: Day): Promise<void> {
  await db('standing_messages').whereNotNull('shown_on').update({ shown_on: day });
}

export async function oneSchedule(db: Database): Promise<void> {
  await db('customers').update({ timezone: ZONE, reminder_days: '12345', holiday_country: null });
}

/** All in the same minute, but with ten countries and five sets of days. Returns the number of schedules. */
export async function manySchedules(db: Database): Promise<number> {
  const countries = Object.entries(COUNTRIES);
  for (const [place, [country, city]] of countries.entries()) {
    for (const [week, days] of WEEKS.entries()) {
      await db('customers')
        .whereRaw('id % ? = ?', [countries.length * WEEKS.length, place * WEEKS.length + week])
        .update({ timezone: `Europe/${city}`, reminder_days: days, holiday_country: country });
    }
  }
  return countries.length * WEEKS.length;
}
