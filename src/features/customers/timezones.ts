import { rawTimeZones, timeZonesNames } from '@vvo/tzdb';
import { searchKey, searchWords } from '../../core/text';
import { isTimezone } from '../../core/time';
import { MAX_FOUND } from '../../database/search';

interface Zone {
  name: string;
  key: string;
  cities: string;
}

let zones: readonly Zone[] | undefined;

/** Matches by zone name first, then by a zone's largest cities; at most 100. */
export function findTimezones(search: string): string[] {
  const words = searchWords(search);
  const matches = (text: string) => words.every((word) => text.includes(word));
  zones ??= allZones();
  const named = zones.filter(({ key }) => matches(key));
  const near = zones.filter(({ key, cities }) => !matches(key) && matches(`${key} ${cities}`));
  return [...named, ...near].slice(0, MAX_FOUND).map(({ name }) => name);
}

/** Takes longer than most commands of the command line, which search no zones. */
function allZones(): Zone[] {
  const cities = new Map(rawTimeZones.map(({ name, mainCities }) => [name, searchKey(...mainCities)]));
  return zoneNames().map((name) => ({ name, key: searchKey(name), cities: cities.get(name) ?? '' }));
}

/** Node lists some zones under older names, which customers may have; adds the current names that this Node accepts. */
function zoneNames(): string[] {
  const known = new Set(Intl.supportedValuesOf('timeZone'));
  const renamed = timeZonesNames.filter((name) => !known.has(name) && isTimezone(name));
  return [...known.add('UTC'), ...renamed].sort();
}
