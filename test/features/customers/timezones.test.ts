import { isTimezone } from '../../../src/core/time';
import { findTimezones } from '../../../src/features/customers/timezones';

/** Current zone names that Node lists under their older names. */
const RENAMED = [
  'America/Argentina/Buenos_Aires',
  'America/Indiana/Indianapolis',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Kanton',
];
const offered = [...Intl.supportedValuesOf('timeZone'), ...RENAMED, 'UTC'];

describe('searching for a time zone', () => {
  it.each(offered)('finds %s by its name, which a customer may use', (zone) => {
    expect(findTimezones(zone)).toContain(zone);
    expect(isTimezone(zone)).toBe(true);
  });

  it.each([
    ['new york', 'America/New_York'],
    ['NEW_YORK', 'America/New_York'],
    ['paris europe', 'Europe/Paris'],
    ['calcutta', 'Asia/Calcutta'],
    ['marseille', 'Europe/Paris'],
    ['mumbai', 'Asia/Kolkata'],
    ['köln', 'Europe/Berlin'],
    ['geneva europe', 'Europe/Zurich'],
    ['atlantis', undefined],
  ])('given “%s”, finds %s', (typed, zone) => {
    expect(findTimezones(typed)[0]).toBe(zone);
  });

  it('lists matches by name before matches by city', () => {
    const found = findTimezones('san');
    expect(found.slice(0, 3)).toEqual(['America/Argentina/San_Juan', 'America/Argentina/San_Luis', 'America/Santarem']);
    expect(found).toContain('America/Los_Angeles');
  });

  it('lists the first hundred by name', () => {
    const found = findTimezones('');
    expect(found).toHaveLength(100);
    expect(found).toEqual([...found].sort());
  });
});
