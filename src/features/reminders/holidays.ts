import Holidays from 'date-holidays';
import type { HolidayCalendar } from '../../core/holiday-calendar';
import { addDays, type Day } from '../../core/time';

const countries = new Set(Object.keys(new Holidays().getCountries()));
const known = new Map<string, ReadonlySet<Day>>();
const DAY_MS = 86_400_000;
/** A fraction of a day. Allows for a daylight saving change, which shortens a day by an hour. */
const SHORTER = 0.1;

/** Nationwide public holidays only; regional and bank holidays count as working days. */
export const holidayCalendar: HolidayCalendar = {
  isHoliday(country, day) {
    const year = `${country} ${day.slice(0, 4)}`;
    const days = known.get(year) ?? holidaysOf(country, Number(day.slice(0, 4)));
    known.set(year, days);
    return days.has(day);
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

/** Returns the country's calendar days. Instants would depend on the server's time zone. */
function holidaysOf(country: string, year: number): ReadonlySet<Day> {
  const found = new Holidays(country).getHolidays(year).filter(({ type }) => type === 'public');
  return new Set(
    found.flatMap(({ date, start, end }) => {
      // Half-day holidays count as working days.
      const length = Math.floor((end.getTime() - start.getTime()) / DAY_MS + SHORTER);
      return Array.from({ length }, (_, index) => addDays(date.slice(0, 10), index));
    }),
  );
}
