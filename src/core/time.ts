import { DateTime, type DurationLike, IANAZone } from 'luxon';

/** A stored instant: ISO 8601 in UTC with milliseconds, so text order is time order in every database. */
export type Instant = string;
/** A calendar day, `YYYY-MM-DD`, without a zone. */
export type Day = string;
export type Now = DateTime<true>;

export function toInstant(time: Now): Instant {
  return time.toUTC().toISO();
}

/** From Unix seconds. */
export function instantOf(seconds: number): Instant {
  return toInstant(DateTime.fromSeconds(seconds, { zone: 'utc' }) as Now);
}

export function parseInstant(text: Instant): Now {
  const time = DateTime.fromISO(text, { zone: 'utc' });
  if (!time.isValid) throw new RangeError(`${text} is not an instant.`);
  return time;
}

/**
 * Whether a time lies no further from now than the duration, before or after. A time further ahead was left behind by a
 * clock that was wrong.
 */
export function isWithin(time: Now, now: Now, duration: DurationLike): boolean {
  return now.minus(duration) <= time && time <= now.plus(duration);
}

/** The calendar day of `now` in `zone`. */
export function today(now: Now, zone: string): Day {
  return now.setZone(zone).toISODate() ?? now.toUTC().toISODate();
}

export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid;
}

/** Limits for every date, whatever its source. They exclude the shop's 0 for “none”, milliseconds and `20260101`. */
export const DAYS = { least: '2000-01-01', most: '2100-01-01' };

export function isTimelyDay(day: Day): boolean {
  return day.length === DAYS.least.length && day >= DAYS.least && day <= DAYS.most;
}

/** An IANA name, such as `Europe/Paris`, in any case. */
export function isTimezone(zone: string): boolean {
  return IANAZone.isValidZone(zone) && (zone.includes('/') || zone === 'UTC');
}

/** `HH:MM`, 24-hour. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

export function addDays(day: Day, days: number): Day {
  const result = DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toISODate();
  if (!result) throw new RangeError(`${day} is not a day.`);
  return result;
}

/** The day that a promise of so many days reaches, within the limits for every date. */
export function dayAfter(day: Day, days: number): Day {
  const result = addDays(day, days);
  return isTimelyDay(result) ? result : DAYS.most;
}

/** Whole days; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  const zone = { zone: 'utc' };
  return Math.round(DateTime.fromISO(to, zone).diff(DateTime.fromISO(from, zone), 'days').days);
}

/** The start of the month of `now` in `zone`. */
export function monthStart(now: Now, zone: string): Now {
  return now.setZone(zone).startOf('month') as Now;
}

/** The later of two days; an empty day sorts first. */
export function laterDay(one: Day, other: Day): Day {
  return [one, other].sort()[1] ?? one;
}

/** ISO weekday; 1 is Monday. */
export function weekdayOf(day: Day): number {
  return DateTime.fromISO(day, { zone: 'utc' }).weekday;
}

export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/**
 * The first occurrence of `HH:MM` on that day in `zone`. A time that daylight saving skips moves forward past the gap.
 */
export function timeOfDay(day: Day, time: string, zone: string): Now {
  const moment = DateTime.fromISO(`${day}T${time}`, { zone });
  if (!moment.isValid) throw new RangeError(`${day} ${time} in ${zone} is no time.`);
  return (moment.getPossibleOffsets()[0] ?? moment) as Now;
}
