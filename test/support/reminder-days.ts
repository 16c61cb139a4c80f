import type { HolidayCalendar } from '../../src/core/holiday-calendar';
import type { Day } from '../../src/core/time';
import { planDay, type ReminderSchedule } from '../../src/features/reminders/reminder';

/** Whether a reminder comes on that day as far as the calendar can tell: on every working day, or the week's first. */
export function isReminderDay(day: Day, schedule: ReminderSchedule, calendar: HolidayCalendar): boolean {
  const { reminds, unless } = planDay(day, schedule, calendar);
  return reminds && unless.length === 0;
}
