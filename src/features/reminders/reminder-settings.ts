import { type Customer, LOCALES, type Locale } from '../../core/customer';
import { type Refusal, refuseAny, UserError } from '../../core/errors';
import type { HolidayCalendar } from '../../core/holiday-calendar';
import { addDays, type Day, isDay, isTimeOfDay, isTimezone, mondayOf } from '../../core/time';
import { versionOf } from '../../core/version';
import { FREQUENCIES, type ReminderSchedule } from './reminder';

export const DESTINATIONS = ['channel', 'direct'] as const;

/** A customer's reminder settings, which coordinators and sales can change. */
export interface ReminderSettings extends ReminderSchedule {
  /** The customer's channel, or a direct message to each coordinator. */
  to: (typeof DESTINATIONS)[number];
  /** For all messages to the customer as a whole. */
  locale: Locale;
}

export interface Reminders {
  customer: Customer;
  settings: ReminderSettings;
  /** Today, in the customer's time zone. */
  day: Day;
  /** The next day on which a reminder can come; undefined when none will. */
  next: Day | undefined;
}

/** Versions of what the form of the settings, and the form to pause, show. */
export function settingsVersion({ snoozedUntil: _, ...settings }: ReminderSettings): string {
  return versionOf(settings);
}

export function snoozeVersion({ snoozedUntil }: Pick<ReminderSettings, 'snoozedUntil'>): string {
  return versionOf({ snoozedUntil });
}

export interface Versioned {
  /** Version of what the form shows. */
  version: string | undefined;
}

/** Raw, untrusted form input. */
export interface ReminderForm {
  frequency: string | undefined;
  time: string | undefined;
  days: readonly string[];
  to: string | undefined;
  timezone: string | undefined;
  locale: string | undefined;
  country: string | undefined;
}

/** Returns the new settings; leaves the snooze unchanged. Throws UserError with every refusal. */
export function planReminders(form: ReminderForm, snoozedUntil: Day | undefined, calendar: HolidayCalendar) {
  const refusals: Refusal[] = [];
  const frequency = FREQUENCIES.find((one) => one === form.frequency);
  const to = DESTINATIONS.find((one) => one === form.to);
  const locale = LOCALES.find((one) => one === form.locale);
  const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => form.days.includes(String(day)));
  const { time = '', timezone = '', country } = form;
  if (!frequency) refusals.push({ code: 'choice.missing', field: 'frequency' });
  if (days.length === 0) refusals.push({ code: 'days.missing', field: 'days' });
  if (!isTimeOfDay(time)) refusals.push({ code: 'time.invalid', field: 'time' });
  if (!to) refusals.push({ code: 'choice.missing', field: 'send_to' });
  if (!isTimezone(timezone)) refusals.push({ code: 'timezone.unknown', field: 'timezone' });
  if (!locale) refusals.push({ code: 'choice.missing', field: 'language' });
  if (country && !calendar.knows(country)) refusals.push({ code: 'country.unknown', field: 'country' });
  refuseAny(refusals);
  if (!frequency || !to || !locale) throw new UserError({ code: 'form.stale' });
  return { frequency, time, days, to, timezone, locale, country, snoozedUntil } satisfies ReminderSettings;
}

/** The snooze that a button ends. */
export interface SnoozeShown {
  customer: string;
  until: Day;
}

/** Value of such a button. */
export function ofSnooze({ customer, until }: SnoozeShown): string {
  return `${customer} ${until}`;
}

/** Decodes such a value. A button of an earlier version names only the customer. */
export function snoozeMeant(value: string): Partial<SnoozeShown> {
  const [, customer, until] = /^(\S+) (\d{4}-\d\d-\d\d)$/.exec(value) ?? [];
  return customer && until ? { customer, until } : { customer: value };
}

export const SNOOZES = ['tomorrow', 'next_week', 'date'] as const;
type Snooze = (typeof SNOOZES)[number];

export const MAX_SNOOZE_DAYS = 366;

/** The days behind the presets. */
export function snoozeDays(day: Day): Record<Exclude<Snooze, 'date'>, Day> {
  return { tomorrow: addDays(day, 1), next_week: addDays(mondayOf(day), 7) };
}

/** The day on which reminders resume. Throws UserError when the input is invalid. */
export function planSnooze(input: { for: string | undefined; until: Day | undefined }, day: Day): Day {
  const kind = SNOOZES.find((one) => one === input.for);
  const until = kind && kind !== 'date' ? snoozeDays(day)[kind] : input.until;
  const refuse = (refusal: Refusal): never => {
    throw new UserError({ field: 'snooze_until', ...refusal });
  };
  if (until === undefined) return refuse({ code: 'snooze.missing' });
  if (!isDay(until)) return refuse({ code: 'date.invalid' });
  if (until <= day) return refuse({ code: 'snooze.past' });
  const last = addDays(day, MAX_SNOOZE_DAYS);
  return until <= last ? until : refuse({ code: 'snooze.too_long', details: { day: last } });
}
