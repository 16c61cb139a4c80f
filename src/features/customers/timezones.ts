import { rawTimeZones, timeZonesNames } from '@vvo/tzdb';
import { searchKey, searchWords } from '../../core/text';
import { isTimezone } from '../../core/time';
import { MAX_FOUND } from '../../database/search';

const CITIES = new Map(rawTimeZones.map(({ name, mainCities }) => [name, searchKey(...mainCities)]));
const ZONES = zoneNames().map((name) => ({ name, key: searchKey(name), cities: CITIES.get(name) ?? '' }));

/** Matches by zone name first, then by a zone's largest cities; at most 100. */
export function findTimezones(search: string): string[] {
  const words = searchWords(search);
  const matches = (text: string) => words.every((word) => text.includes(word));
  const named = ZONES.filter(({ key }) => matches(key));
  const near = ZONES.filter(({ key, cities }) => !matches(key) && matches(`${key} ${cities}`));
  return [...named, ...near].slice(0, MAX_FOUND).map(({ name }) => name);
}

/** Node lists some zones under older names, which customers may have; adds the current names that this Node accepts. */
function zoneNames(): string[] {
  const known = new Set(Intl.supportedValuesOf('timeZone'));
  const renamed = timeZonesNames.filter((name) => !known.has(name) && isTimezone(name));
  return [...known.add('UTC'), ...renamed].sort();
}
