import Holidays from 'date-holidays';
import { REGION_NAMES } from './region-names';

/** A country of ISO 3166, such as `KR`, or a part of one with holidays of its own, such as `CA-ON`. */
interface HolidayPlace {
  code: string;
  name: string;
}

const library = new Holidays();
const COUNTRIES = Object.keys(library.getCountries());
const NAMED = new Set(Object.keys(REGION_NAMES).map(countryOf));
const CODES = COUNTRIES.flatMap((country) => [country, ...regionsOf(country)]);
const known = new Map<string, HolidayPlace[]>();

/** All countries and their parts, by name. */
export function holidayPlaces(locale: string): HolidayPlace[] {
  const places = known.get(locale) ?? placesIn(locale);
  known.set(locale, places);
  return places;
}

export function isPlace(code: string): boolean {
  return CODES.includes(code);
}

/** A part of a country. */
export function isRegion(code: string): boolean {
  return code !== countryOf(code);
}

/** In the person's language, as in `Canada – Ontario`. */
export function placeName(code: string, locale: string): string {
  const country = countryOf(code);
  const name = new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country;
  return isRegion(code) ? `${name} – ${regionName(code, locale)}` : name;
}

function placesIn(locale: string): HolidayPlace[] {
  return CODES.map((code) => ({ code, name: placeName(code, locale) })).sort((one, other) =>
    one.name.localeCompare(other.name, locale),
  );
}

function countryOf(code: string): string {
  return code.slice(0, 2);
}

function regionsOf(country: string): string[] {
  if (NAMED.has(country)) return Object.keys(REGION_NAMES).filter((code) => countryOf(code) === country);
  return Object.keys(library.getStates(country) ?? {}).map((region) => `${country}-${region}`);
}

function regionName(code: string, locale: string): string {
  const own = REGION_NAMES[code];
  if (own) return own[locale.startsWith('fr') ? 'fr' : 'en'];
  const region = code.slice(countryOf(code).length + 1);
  return library.getStates(countryOf(code), locale)?.[region] ?? region;
}
