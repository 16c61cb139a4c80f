import type { Day } from './time';

/** What a country celebrates; looked up, never fetched. */
export interface HolidayCalendar {
  isHoliday: (country: string, day: Day) => boolean;
  /** Whether it knows a country of that ISO 3166 code. */
  knows: (country: string) => boolean;
  countries: (locale: string) => { code: string; name: string }[];
}
