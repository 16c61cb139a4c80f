import type { Day } from './time';

/** Public holidays by country. Synchronous and local; makes no network calls. */
export interface HolidayCalendar {
  isHoliday: (country: string, day: Day) => boolean;
  /** Whether it covers this ISO 3166 country code. */
  knows: (country: string) => boolean;
  countries: (locale: string) => { code: string; name: string }[];
}
