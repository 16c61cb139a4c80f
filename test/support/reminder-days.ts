import type { HolidayCalendar } from '../../src/core/holiday-calendar';
import type { Day } from '../../src/core/time';
import { planDay, type ReminderSchedule } from '../../src/features/reminders/reminder';

/** True when the calendar and the schedule allow a reminder: on every working day, or on the week's first. */
export function isReminderDay(day: Day, schedule: ReminderSchedule, calendar: HolidayCalendar): boolean {
  const { reminds, unless } = planDay(day, schedule, calendar);
  return reminds && unless.length === 0;
}
