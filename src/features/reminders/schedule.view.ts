import { Info } from 'luxon';
import type { CopyKey, Translate } from '../../core/words';
import { capitalized } from '../../slack/text';
import { placeName } from './holiday-places';
import type { Frequency } from './reminder';
import type { ReminderSettings, Reminders } from './reminder-settings';

const WORKING_WEEK = '1,2,3,4,5';
const EVERY_DAY = '1,2,3,4,5,6,7';

export const FREQUENCY_WORDS: Record<Frequency, CopyKey> = {
  daily: 'frequency.daily',
  weekly: 'frequency.weekly',
  never: 'frequency.never',
};

export const DESTINATION_WORDS: Record<ReminderSettings['to'], CopyKey> = {
  channel: 'send_to.channel',
  direct: 'send_to.direct',
};

/** The next reminder, or why there is none. */
export function nextInWords({ settings, next, day }: Omit<Reminders, 'customer'>, t: Translate): string {
  const { frequency, time, snoozedUntil = '' } = settings;
  if (frequency === 'never') return t('reminders.off');
  if (next === undefined) return t('reminders.none');
  const details = { day: next, time };
  return day < snoozedUntil ? t('reminders.snoozed', details) : t('reminders.next', details);
}

/** One line each: the schedule, the destination, the holidays. */
export function scheduleInWords(settings: ReminderSettings, t: Translate): string[] {
  const { frequency, time, timezone, country, to } = settings;
  if (frequency === 'never') return [t('reminders.alerts_stay')];
  const details = { days: daysInWords(settings.days, t), time, timezone };
  return [
    t(frequency === 'weekly' ? 'reminders.weekly' : 'reminders.daily', details),
    t(DESTINATION_WORDS[to]),
    ...(country ? [t('reminders.holidays', { country: placeName(country, t.locale) })] : []),
  ];
}

/** Starts on Monday. */
export function weekdays(t: Translate): string[] {
  return Info.weekdays('long', { locale: t.locale }).map(capitalized);
}

function daysInWords(days: readonly number[], t: Translate): string {
  const key = [...days].sort().join();
  if (key === WORKING_WEEK) return t('days.working');
  if (key === EVERY_DAY) return t('days.every');
  const names = Info.weekdays('long', { locale: t.locale });
  const list = new Intl.ListFormat(t.locale, { type: 'conjunction' });
  return list.format([...days].sort().map((day) => names[day - 1] ?? ''));
}
