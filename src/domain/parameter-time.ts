import { DateTime } from 'luxon';
import { type Day, type Now, timeOfDay, today } from './time';

/** A day and, where an instant is not the first of its day, the exact Unix second. */
export interface Moment {
  day: Day;
  second: number | undefined;
}

/**
 * The day that a Unix second falls on for somebody living in the zone. An end at midnight is of the day that begins, as when
 * a duration is counted from a first midnight.
 */
export function readMoment(second: number, timezone: string): Moment {
  const day = dayOf(second, timezone);
  return { day, second: second === firstSecond(day, timezone) ? undefined : second };
}

/** The exact second while it is one of that day, else the day's first. */
export function writeMoment({ day, second }: Moment, timezone: string): number {
  return second !== undefined && dayOf(second, timezone) === day ? second : firstSecond(day, timezone);
}

/** The exact second as far as it still says more than the day does; whatever a client sends. */
export function exactSecond(second: number | undefined, day: Day | undefined, timezone: string): number | undefined {
  if (second === undefined || day === undefined) return undefined;
  const moment = readMoment(second, timezone);
  return moment.day === day ? moment.second : undefined;
}

function dayOf(second: number, timezone: string): Day {
  return today(DateTime.fromSeconds(second, { zone: 'utc' }) as Now, timezone);
}

/** Midnight, or just after where clocks skip it. */
function firstSecond(day: Day, timezone: string): number {
  return timeOfDay(day, '00:00', timezone).toSeconds();
}
