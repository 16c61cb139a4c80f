import Holidays from 'date-holidays';
import { DateTime, IANAZone } from 'luxon';
import { scope } from '../scope';
import { coordinatorsOf, type Sale, type YearCustomer } from './customers';

// An independent implementation: uses none of the product's dates, schedules or thresholds.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Or its first quarter, in which clocks change in America and in Europe. */
export const YEAR = { from: Date.UTC(2026, 0, 1), to: scope(Date.UTC(2026, 3, 1), Date.UTC(2027, 0, 1)) };

/** The expected reminders, as `day outcome place instant`. */
export function expectedReminders(customer: YearCustomer): string[] {
  const places =
    customer.to === 'direct' ? coordinatorsOf(customer).map(({ userId }) => userId) : [`C0${customer.code}`];
  const alerts = new Set(expectedAlerts(customer).map(({ day }) => day));
  const reminderDays = reminderDaysOf(customer);
  return daysOfYear().flatMap((day) => {
    const hour = hourOf(day, customer);
    if (hour >= YEAR.to) return [];
    const isDigest = reminderDays.has(day) && customer.sales.some((sale) => isLive(sale, day, hour));
    if (!isDigest && !alerts.has(day)) return [];
    const at = new Date(hour).toISOString();
    return places.map((place) => `${day} ${isDigest ? 'digest' : 'alert'} ${place} ${at}`);
  });
}

/**
 * The expected expiry alerts; `sale` is the index of the sale. An alert that would fall on days off comes on the working
 * day before them, or, for seats sold since, on the one after.
 */
export function expectedAlerts(customer: YearCustomer): { sale: number; threshold: number; day: string }[] {
  const works = workingDays(customer);
  return customer.sales.flatMap((sale, index) =>
    [60, 30, 7, 1].flatMap((threshold) => {
      if (!sale.assignBy) return [];
      const ideal = text(Date.parse(sale.assignBy) - threshold * DAY);
      const isBehind = ideal <= localDay(Date.parse(sale.sold), customer);
      const day = [works.filter((one) => one <= ideal).at(-1), works.find((one) => one > ideal)].find(
        (one) => one !== undefined && Date.parse(sale.sold) <= hourOf(one, customer),
      );
      if (isBehind || day === undefined) return [];
      const hour = hourOf(day, customer);
      if (hour >= YEAR.to || !isLive(sale, day, hour)) return [];
      return [{ sale: index, threshold, day }];
    }),
  );
}

function isLive({ sold, usedUp, cancelled, assignBy }: Sale, day: string, hour: number): boolean {
  const gone = Date.parse(usedUp ?? cancelled ?? '9999-01-01');
  return Date.parse(sold) <= hour && hour < gone && (assignBy === undefined || day <= assignBy);
}

/** The customer's reminder days; for a weekly frequency, only the first of each week. */
function reminderDaysOf(customer: YearCustomer): Set<string> {
  const works = workingDays(customer);
  const { frequency } = customer;
  if (frequency === 'never') return new Set();
  if (frequency === 'daily') return new Set(works);
  const weeks = new Map<string, string>();
  for (const day of works.reverse()) weeks.set(utc(day).toFormat("kkkk-'W'WW"), day);
  return new Set(weeks.values());
}

function workingDays({ days, country }: YearCustomer): string[] {
  const holidays = country ? publicHolidays(country) : new Set();
  return daysOfYear().filter((day) => days.includes(utc(day).weekday) && !holidays.has(day));
}

/** Dates in the country's own zone, whatever the zone of this machine. */
function publicHolidays(country: string): Set<string> {
  const calendar = new Holidays(country);
  const found = [2026, 2027].flatMap((year) => calendar.getHolidays(year)).filter(({ type }) => type === 'public');
  return new Set(
    found.flatMap(({ date, start, end }) => {
      const length = Math.round((end.getTime() - start.getTime()) / DAY - 0.4);
      return Array.from({ length }, (_, index) => text(Date.parse(date.slice(0, 10)) + index * DAY));
    }),
  );
}

/** The first full hour at or after the customer's local time. */
function hourOf(day: string, { time, timezone }: YearCustomer): number {
  return Math.ceil(momentOf(day, time, timezone) / HOUR) * HOUR;
}

/** Uses the offset before a clock change: an ambiguous time is the first one, a skipped time moves by the gap. */
function momentOf(day: string, time: string, timezone: string): number {
  const zone = IANAZone.create(timezone);
  const wall = Date.parse(`${day}T${time}:00Z`);
  const candidates = [wall - DAY, wall + DAY].map((around) => wall - zone.offset(around) * 60_000);
  const shows = (moment: number) => moment + zone.offset(moment) * 60_000 === wall;
  return candidates.find(shows) ?? candidates[0] ?? wall;
}

/** Every day of the year, and the first of the next, which starts early in the east. */
function daysOfYear(): string[] {
  return Array.from({ length: 366 }, (_, index) => text(YEAR.from + index * DAY));
}

function localDay(moment: number, { timezone }: YearCustomer): string {
  return DateTime.fromMillis(moment, { zone: timezone }).toFormat('yyyy-MM-dd');
}

function utc(day: string) {
  return DateTime.fromISO(day, { zone: 'utc' });
}

function text(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
