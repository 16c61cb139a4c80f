import type { HolidayCalendar } from '../../core/holiday-calendar';
import { addDays, type Day, laterDay, mondayOf, type Now, timeOfDay, today, weekdayOf } from '../../core/time';

export const FREQUENCIES = ['daily', 'weekly', 'never'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** When a customer gets reminders. */
export interface ReminderSchedule {
  /** IANA name; applies to every field here. */
  timezone: string;
  /** `HH:MM`. */
  time: string;
  /** ISO weekdays; 1 is Monday. */
  days: readonly number[];
  frequency: Frequency;
  /** ISO 3166 country code; its public holidays are skipped. */
  country: string | undefined;
  /** No reminder before this day; the first working day from it gets one. */
  snoozedUntil: Day | undefined;
}

/** A later reminder is not worth sending. */
export const LATE_AFTER_HOURS = 4;

/** When the day's reminder is due. A time that daylight saving skips moves forward past the gap. */
export function dueOn(day: Day, { time, timezone }: ReminderSchedule): Now {
  return timeOfDay(day, time, timezone);
}

/** Every zone's yesterday and today: a reminder due at 22:00 can still go out after midnight. */
export function daysInQuestion(at: Now): Day[] {
  const [first, last] = [addDays(today(at, 'Etc/GMT+12'), -1), today(at, 'Etc/GMT-14')];
  const days = [first];
  while ((days.at(-1) ?? last) < last) days.push(addDays(days.at(-1) ?? last, 1));
  return days;
}

/** The state of the day's reminder at `at`. */
export function momentOf(day: Day, schedule: ReminderSchedule, at: Now): 'early' | 'due' | 'late' {
  const due = dueOn(day, schedule);
  if (at < due) return 'early';
  return at < due.plus({ hours: LATE_AFTER_HOURS }) ? 'due' : 'late';
}

/** A schedule's plan for one day. */
export interface DayPlan {
  /** A working day without a snooze. */
  reminds: boolean;
  /** Earlier days of the same week; a reminder on any of them is enough. */
  unless: readonly Day[];
  /** The last of the days off that follow, or else the day itself: alerts go out before days off, to people at work. */
  alertsThrough: Day;
  /** A day off: only the alerts that no working day could tell in time. */
  isDayOff: boolean;
}

/** Ends the search for a working day in a calendar that has none. */
const MAX_DAYS_OFF = 31;

export function planDay(day: Day, schedule: ReminderSchedule, calendar: HolidayCalendar): DayPlan {
  const { frequency, snoozedUntil = '' } = schedule;
  const isAtWork = isWorkingDay(day, schedule, calendar);
  const reminds = frequency !== 'never' && day >= snoozedUntil && isAtWork;
  const unless: Day[] = [];
  if (frequency === 'weekly') {
    for (let before = laterDay(snoozedUntil, mondayOf(day)); before < day; before = addDays(before, 1)) {
      if (isWorkingDay(before, schedule, calendar)) unless.push(before);
    }
  }
  return { reminds, unless, alertsThrough: lastDayOff(day, schedule, calendar), isDayOff: !isAtWork };
}

/** The last of the days off that follow the day; the day itself when none does. */
function lastDayOff(day: Day, schedule: ReminderSchedule, calendar: HolidayCalendar): Day {
  for (let days = 1; days <= MAX_DAYS_OFF; days += 1) {
    if (isWorkingDay(addDays(day, days), schedule, calendar)) return addDays(day, days - 1);
  }
  return addDays(day, MAX_DAYS_OFF);
}

const MAX_PAUSE_DAYS = 800;

/**
 * The next day after `after` with a reminder; undefined when none will come. `missed`: days of the same week whose
 * reminder was due but not sent.
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

/** The reminder's subject in the outbox. */
export function reminderSubject(customerId: number, day: Day): string {
  return `${customerId}/${day}`;
}

export function parseReminderSubject(subject: string): { customerId: number; day: Day } {
  const [customerId, day = ''] = subject.split('/');
  return { customerId: Number(customerId), day };
}
