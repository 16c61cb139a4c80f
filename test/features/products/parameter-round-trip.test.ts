import fc from 'fast-check';
import { isCourseId, restriction } from '../../../src/core/restriction';
import { timeOfDay } from '../../../src/core/time';
import { hasVisible } from '../../../src/core/visible';
import { PARAMETER_KEYS } from '../../../src/features/products/parameter-problem';
import {
  formatParameters,
  type ProductParameters,
  parseParameters,
} from '../../../src/features/products/parameter-string';

const RUNS = { numRuns: 1_000 };
/** Zones with the days of their clock changes, some of them at midnight. */
const CHANGES: Record<string, string[]> = {
  'Europe/Paris': ['2026-03-29', '2026-10-25'],
  'Asia/Kathmandu': ['2026-01-01'],
  'America/Sao_Paulo': ['2018-02-18', '2018-11-04'],
  'Pacific/Apia': ['2011-12-29', '2011-12-31', '2021-04-04'],
  'America/Havana': ['2026-03-08', '2026-11-01'],
  'America/St_Johns': ['2010-03-14', '2010-11-07'],
};

const zone = fc.constantFrom(...Object.keys(CHANGES));
/** Often the first second of a day, or a second next to it. */
const secondIn = (timezone: string) => {
  const midnights = (CHANGES[timezone] ?? []).map((day) => timeOfDay(day, '00:00', timezone).toSeconds());
  const near = fc.tuple(fc.constantFrom(...midnights), fc.constantFrom(-3_600, -1, 0, 0, 0, 1, 1_800, 3_600, 86_400));
  const any = fc.integer({ min: 946_771_200, max: 4_102_444_800 });
  return fc.oneof(
    any,
    near.map(([midnight, away]) => midnight + away),
  );
};
const letters = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: fc.constantFrom(...'%_+&=;? 2503ADadcé-É💥'), maxLength: 10 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
);
const name = letters
  .map((text) => text.replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200B\uFEFF\\,]/gu, '').trim())
  .filter(hasVisible);
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Intended raw values by key. */
const meant = zone.chain((timezone) =>
  fc.record({
    timezone: fc.constant(timezone),
    courselist: perhaps(
      fc.array(fc.oneof(name, fc.constantFrom('12', '%', 'EXCEL-%')), { minLength: 1, maxLength: 4 }),
    ),
    supervisor: perhaps(name),
    role: perhaps(name),
    packsize: perhaps(fc.integer({ min: 1, max: 10_000 })),
    times: fc.tuple(perhaps(secondIn(timezone)), perhaps(secondIn(timezone))).map(inOrder),
    duration: perhaps(fc.integer({ min: 1, max: 36_500 })),
    customersupport: perhaps(name),
  }),
);

describe('parameters', () => {
  it('survive a round trip, however the string is written', () => {
    const writing = fc.infiniteStream(fc.nat(1_000));
    fc.assert(
      fc.property(meant, writing, (said, chances) => {
        const { timezone, courselist, times, ...others } = said;
        const texts = { ...others, ...times, courselist: courselist?.join(',') };
        const value = read(write(texts, chances), timezone);
        const canonical = formatParameters(value, timezone);
        expect(read(canonical, timezone)).toStrictEqual(value);
        expect(formatParameters(read(canonical, timezone), timezone)).toBe(canonical);
        expect(keysOf(canonical)).toEqual(PARAMETER_KEYS.filter((key) => texts[key] !== undefined));
        expect([value.supervisorRole, value.role, value.customerSupport]).toEqual([
          texts.supervisor,
          texts.role,
          texts.customersupport,
        ]);
        expect([value.packSize, value.durationDays]).toEqual([texts.packsize, texts.duration]);
        expect(value.courses).toEqual(courselist && restriction(courselist));
        expect(value).toMatchObject({ courseIds: (value.courses ?? []).filter(isCourseId) });
        expect(secondsOf(canonical)).toEqual([times.starttime, times.endtime]);
      }),
      RUNS,
    );
  });

  it('survive a round trip from every string that can be read', () => {
    const key = fc.constantFrom(...PARAMETER_KEYS, 'PackSize');
    const value = fc.string({ unit: fc.constantFrom(...'%%%,_+ 1203ADé;\n'), minLength: 1, maxLength: 8 });
    const pair = fc.tuple(key, fc.oneof(value, fc.constantFrom('1', '1767222000', '1767225600')));
    const text = fc.array(pair, { maxLength: 3 }).map((pairs) => pairs.map((parts) => parts.join('=')).join('&'));
    fc.assert(
      fc.property(text, zone, (written, timezone) => {
        const parsed = parseParameters(written, timezone);
        fc.pre('value' in parsed);
        const canonical = formatParameters(parsed.value, timezone);
        expect(read(canonical, timezone)).toStrictEqual(parsed.value);
        expect(formatParameters(read(canonical, timezone), timezone)).toBe(canonical);
      }),
      RUNS,
    );
  });

  it('are either read or refused with reasons, but never crash, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseParameters(text, 'Europe/Paris');
        if ('problems' in parsed) expect(parsed.problems).not.toEqual([]);
      }),
      RUNS,
    );
  });
});

function read(text: string, timezone: string): ProductParameters {
  const parsed = parseParameters(text, timezone);
  if ('problems' in parsed) throw new Error(`${text}: ${JSON.stringify(parsed.problems)}`);
  return parsed.value;
}

/** One of many equivalent spellings, chosen by `chances`. */
function write(texts: Record<string, string | number | undefined>, chances: Iterator<number, unknown>): string {
  const chance = (times: number) => Number(chances.next().value) % times === 0;
  const space = () => (chance(3) ? ([' ', '\n', '\r\n', '\t'].find(() => chance(2)) ?? '') : '');
  const letter = (character: string) => {
    const escaped = encodeURIComponent(character);
    if (character === ' ' && chance(2)) return '+';
    if (character === ',' && chance(3)) return `${space()},${space()}`;
    return '%&=;+'.includes(character) || chance(2) ? escaped : character;
  };
  const pairs = Object.entries(texts).flatMap(([key, text]) => {
    if (text === undefined) return [];
    const value = typeof text === 'number' ? `${text}` : [...text].map(letter).join('');
    const typed = chance(4) ? key.toUpperCase() : key;
    return [`${space()}${typed}${space()}=${space()}${value}${space()}`];
  });
  return (
    (chance(4) ? '?' : '') + (chance(2) ? pairs.reverse() : pairs).join(chance(4) ? '&&' : '&') + (chance(4) ? '&' : '')
  );
}

function keysOf(text: string): string[] {
  return text.split('&').flatMap((pair) => pair.split('=')[0] || []);
}

function secondsOf(text: string): (number | undefined)[] {
  return ['starttime', 'endtime'].map((key) => {
    const found = text.split('&').find((pair) => pair.startsWith(`${key}=`));
    return found === undefined ? undefined : Number(found.split('=')[1]);
  });
}

function inOrder([one, other]: [number | undefined, number | undefined]) {
  if (one === undefined || other === undefined) return { starttime: one, endtime: other };
  return { starttime: Math.min(one, other), endtime: Math.max(one, other) };
}
