import Holidays from 'date-holidays';
import type { HolidayCalendar } from '../domain/reminder';

const countries = new Set(Object.keys(new Holidays().getCountries()));
const known = new Map<string, Holidays>();
const answers = new Map<string, boolean>();
const MOST_ANSWERS = 10_000;

/** Public holidays of whole countries; those of regions, and bank holidays, are working days. */
export const holidayCalendar: HolidayCalendar = {
  isHoliday(country, day) {
    const key = `${country} ${day}`;
    const answered = answers.get(key);
    if (answered !== undefined) return answered;
    const found = calendarOf(country).isHoliday(`${day} 12:00:00`);
    const answer = found !== false && found.some(({ type }) => type === 'public');
    if (answers.size >= MOST_ANSWERS) answers.clear();
    answers.set(key, answer);
    return answer;
  },

  knows(country) {
    return countries.has(country);
  },

  countries(locale) {
    const names = new Intl.DisplayNames([locale], { type: 'region' });
    return [...countries]
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .sort((one, other) => one.name.localeCompare(other.name, locale));
  },
};

function calendarOf(country: string): Holidays {
  const calendar = known.get(country) ?? new Holidays(country);
  known.set(country, calendar);
  return calendar;
}
