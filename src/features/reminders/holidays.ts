import Holidays from 'date-holidays';
import type { HolidayCalendar } from '../../core/holiday-calendar';
import { addDays, type Day } from '../../core/time';
import { correctedDay, missingDays } from './holiday-corrections';
import { holidayPlaces, isPlace } from './holiday-places';

const known = new Map<string, ReadonlySet<Day>>();
const DAY_MS = 86_400_000;
/** A fraction of a day. Allows for a daylight saving change, which shortens a day by an hour. */
const SHORTER = 0.1;

/** Public holidays of the whole place only: those of its parts, and bank holidays, count as working days. */
export const holidayCalendar: HolidayCalendar = {
  isHoliday(place, day) {
    const key = `${place} ${day.slice(0, 4)}`;
    const days = known.get(key) ?? holidaysOf(place, day.slice(0, 4));
    known.set(key, days);
    return days.has(day);
  },

  knows: isPlace,

  countries: holidayPlaces,
};

/** Returns the place's calendar days. Instants would depend on the server's time zone. */
function holidaysOf(place: string, year: string): ReadonlySet<Day> {
  const [country = '', region = ''] = place.split('-');
  const found = new Holidays(country, region).getHolidays(Number(year)).filter(({ type }) => type === 'public');
  const days = found.flatMap(({ date, start, end, rule }) => {
    const first = correctedDay(place, rule, date.slice(0, 10));
    // Half-day holidays count as working days.
    const length = Math.floor((end.getTime() - start.getTime()) / DAY_MS + SHORTER);
    return first ? Array.from({ length }, (_, index) => addDays(first, index)) : [];
  });
  return new Set([...days, ...missingDays(place, year)]);
}
