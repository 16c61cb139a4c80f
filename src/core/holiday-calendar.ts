import type { Day } from './time';

/** Public holidays by place. Synchronous and local; makes no network calls. */
export interface HolidayCalendar {
  isHoliday: (place: string, day: Day) => boolean;
  /** Whether it covers this country of ISO 3166, or this part of one, such as `CA-ON`. */
  knows: (place: string) => boolean;
  /** Countries and their parts, by name. */
  countries: (locale: string) => { code: string; name: string }[];
}
