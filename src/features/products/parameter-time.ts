import { DateTime } from 'luxon';
import { type Day, isTimelyDay, type Now, timeOfDay, today } from '../../core/time';

/** A day and, unless it is the first of the day, the exact Unix second. */
interface Moment {
  day: Day;
  second: number | undefined;
}

/**
 * The day in the zone. An end at midnight belongs to the day that begins, as when a duration is counted from a first
 * midnight.
 */
export function readMoment(second: number, timezone: string): Moment {
  const day = dayOf(second, timezone);
  return { day, second: second === firstSecond(day, timezone) ? undefined : second };
}

/** The exact second if it falls on that day, else the day's first. */
export function writeMoment({ day, second }: Moment, timezone: string): number {
  return second !== undefined && dayOf(second, timezone) === day ? second : firstSecond(day, timezone);
}

/** The exact second, only when it falls on the day and is not its first. Safe with values from a client. */
export function exactSecond(second: number | undefined, day: Day | undefined, timezone: string): number | undefined {
  if (second === undefined || day === undefined) return undefined;
  const moment = readMoment(second, timezone);
  return moment.day === day ? moment.second : undefined;
}

/** The day of an exact second in another zone; a day without one is the same everywhere. */
export function dayIn(timezone: string, day: Day | undefined, second: number | undefined): Day | undefined {
  return second === undefined ? day : dayOf(second, timezone);
}

/** Also false for a second outside the calendar. */
export function isTimely(second: number, timezone: string): boolean {
  return DateTime.fromSeconds(second).isValid && isTimelyDay(dayOf(second, timezone));
}

function dayOf(second: number, timezone: string): Day {
  return today(DateTime.fromSeconds(second, { zone: 'utc' }) as Now, timezone);
}

/** Midnight, or the next second that exists when the clocks skip it. */
function firstSecond(day: Day, timezone: string): number {
  return timeOfDay(day, '00:00', timezone).toSeconds();
}
