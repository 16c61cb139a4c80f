import type { HolidayCalendar } from '../../core/holiday-calendar';
import { addDays, type Day, laterDay, mondayOf, type Now, timeOfDay, today, weekdayOf } from '../../core/time';

export const FREQUENCIES = ['daily', 'weekly', 'never'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** When a customer is reminded. */
export interface ReminderSchedule {
  /** IANA name; everything here is of this clock. */
  timezone: string;
  /** `HH:MM`. */
  time: string;
  /** ISO weekdays, 1 is Monday. */
  days: readonly number[];
  frequency: Frequency;
  /** ISO 3166 code of the country whose public holidays are skipped. */
  country: string | undefined;
  /** Nothing comes before this day, and something on the first working day from it. */
  snoozedUntil: Day | undefined;
}

/** A reminder that could not go out in time is not worth sending any more. */
export const LATE_AFTER_HOURS = 4;

/** The moment of a day at which its reminder is due; an hour that the clocks leave out is the one after it. */
export function dueOn(day: Day, { time, timezone }: ReminderSchedule): Now {
  return timeOfDay(day, time, timezone);
}

/** Yesterday and today of every zone: what is due at 22:00 can still go out after midnight. */
export function daysInQuestion(at: Now): Day[] {
  const [first, last] = [addDays(today(at, 'Etc/GMT+12'), -1), today(at, 'Etc/GMT-14')];
  const days = [first];
  while ((days.at(-1) ?? last) < last) days.push(addDays(days.at(-1) ?? last, 1));
  return days;
}

/** What the moment means for the day's reminder. */
export function momentOf(day: Day, schedule: ReminderSchedule, at: Now): 'early' | 'due' | 'late' {
  const due = dueOn(day, schedule);
  if (at < due) return 'early';
  return at < due.plus({ hours: LATE_AFTER_HOURS }) ? 'due' : 'late';
}

/** What a schedule makes of a day. */
export interface DayPlan {
  /** A working day that is not snoozed. */
  reminds: boolean;
  /** Days of the same week before it: a reminder decided on one of them is enough for the week. */
  unless: readonly Day[];
}

export function planDay(day: Day, schedule: ReminderSchedule, calendar: HolidayCalendar): DayPlan {
  const { frequency, snoozedUntil = '' } = schedule;
  const reminds = frequency !== 'never' && day >= snoozedUntil && isWorkingDay(day, schedule, calendar);
  const unless: Day[] = [];
  if (frequency === 'weekly') {
    for (let before = laterDay(snoozedUntil, mondayOf(day)); before < day; before = addDays(before, 1)) {
      if (isWorkingDay(before, schedule, calendar)) unless.push(before);
    }
  }
  return { reminds, unless };
}

const MAX_PAUSE_DAYS = 800;

/**
 * The first day after that one on which a reminder comes; undefined when none ever does. `missed` are days of the same week
 * whose reminder did not come although it was due.
 */
export function nextReminderDay(
  after: Day,
  schedule: ReminderSchedule,
  calendar: HolidayCalendar,
  missed: readonly Day[] = [],
): Day | undefined {
  if (schedule.frequency === 'never') return undefined;
  for (let days = 1; days <= MAX_PAUSE_DAYS; days += 1) {
    const day = addDays(after, days);
    const { reminds, unless } = planDay(day, schedule, calendar);
    if (reminds && unless.every((earlier) => missed.includes(earlier))) return day;
  }
  return undefined;
}

function isWorkingDay(day: Day, { days, country }: ReminderSchedule, calendar: HolidayCalendar): boolean {
  return days.includes(weekdayOf(day)) && !(country && calendar.isHoliday(country, day));
}

/** How a reminder is called among what waits to be sent. */
export function reminderSubject(customerId: number, day: Day): string {
  return `${customerId}/${day}`;
}

export function parseReminderSubject(subject: string): { customerId: number; day: Day } {
  const [customerId, day = ''] = subject.split('/');
  return { customerId: Number(customerId), day };
}
