import Holidays from 'date-holidays';
import { DateTime, IANAZone } from 'luxon';
import { scope } from '../scope';
import { coordinatorsOf, type Sale, type YearCustomer } from './customers';

// Thinks for itself: nothing of the product's own dates, schedules or thresholds is used here.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Or its first quarter, in which clocks change in America and in Europe. */
export const YEAR = { from: Date.UTC(2026, 0, 1), to: scope(Date.UTC(2026, 3, 1), Date.UTC(2027, 0, 1)) };

/** A reminder as it should be found: `day outcome place instant`. */
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

/** What expires, by the number of the sale. */
export function expectedAlerts(customer: YearCustomer): { sale: number; threshold: number; day: string }[] {
  return customer.sales.flatMap((sale, index) =>
    [60, 30, 7, 1].flatMap((threshold) => {
      if (!sale.assignBy) return [];
      const day = text(Date.parse(sale.assignBy) - threshold * DAY);
      const isBehind = day <= localDay(Date.parse(sale.sold), customer);
      const hour = hourOf(day, customer);
      if (isBehind || hour >= YEAR.to || !isLive(sale, day, hour)) return [];
      return [{ sale: index, threshold, day }];
    }),
  );
}

function isLive({ sold, usedUp, cancelled, assignBy }: Sale, day: string, hour: number): boolean {
  const gone = Date.parse(usedUp ?? cancelled ?? '9999-01-01');
  return Date.parse(sold) <= hour && hour < gone && (assignBy === undefined || day <= assignBy);
}

/** By the customer's calendar; of each week only the first for those who want it so. */
function reminderDaysOf({ days, country, frequency }: YearCustomer): Set<string> {
  const holidays = country ? publicHolidays(country) : new Set();
  const works = daysOfYear().filter((day) => days.includes(utc(day).weekday) && !holidays.has(day));
  if (frequency === 'never') return new Set();
  if (frequency === 'daily') return new Set(works);
  const weeks = new Map<string, string>();
  for (const day of works.reverse()) weeks.set(utc(day).toFormat("kkkk-'W'WW"), day);
  return new Set(weeks.values());
}

/** As dates of that country, whatever zone they are looked up from. */
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

/** By the clock as it went before it changed: the first of two, and where there is none as much later as the gap is long. */
function momentOf(day: string, time: string, timezone: string): number {
  const zone = IANAZone.create(timezone);
  const wall = Date.parse(`${day}T${time}:00Z`);
  const candidates = [wall - DAY, wall + DAY].map((around) => wall - zone.offset(around) * 60_000);
  const shows = (moment: number) => moment + zone.offset(moment) * 60_000 === wall;
  return candidates.find(shows) ?? candidates[0] ?? wall;
}

/** With the first of the next, which comes early in the east. */
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
