import fc from 'fast-check';
import { addDays, daysBetween, isDay, parseInstant, today, toInstant } from '../../src/core/time';
import { at } from '../support/time';

const time = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

describe('a day', () => {
  it.each([
    ['2026-03-02T10:59:59Z', 'Pacific/Auckland', '2026-03-02'],
    ['2026-03-02T11:00:00Z', 'Pacific/Auckland', '2026-03-03'],
    ['2026-03-02T04:59:59Z', 'America/New_York', '2026-03-01'],
    ['2026-03-02T05:00:00Z', 'America/New_York', '2026-03-02'],
    ['2026-07-01T22:00:00Z', 'Europe/Paris', '2026-07-02'],
    ['2026-12-31T22:59:59Z', 'Europe/Paris', '2026-12-31'],
    ['2026-12-31T23:00:00Z', 'Europe/Paris', '2027-01-01'],
  ])('at %s in %s is %s', (instant, zone, day) => expect(today(at(instant), zone)).toBe(day));

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '', 'tomorrow', '2026-01-01T00:00:00Z'])(
    'is not %j',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  it.each(['2028-02-29', '2026-12-31'])('is %s', (text) => expect(isDay(text)).toBe(true));

  it('plus a number of days is that many days away, across clock changes', () => {
    fc.assert(
      fc.property(time, fc.integer({ min: -4_000, max: 4_000 }), (date, days) => {
        const day = date.toISOString().slice(0, 10);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(addDays(addDays(day, days), -days)).toBe(day);
      }),
    );
  });
});

describe('a stored instant', () => {
  it('reads back unchanged', () => {
    fc.assert(fc.property(time, (date) => expect(parseInstant(date.toISOString()).toMillis()).toBe(date.getTime())));
  });

  it('sorts in time order', () => {
    fc.assert(
      fc.property(time, time, (one, other) => {
        const [a, b] = [toInstant(at(one.toISOString())), toInstant(at(other.toISOString()))];
        expect(a < b).toBe(one.getTime() < other.getTime());
      }),
    );
  });

  it('is the same for every input zone', () => {
    expect(toInstant(at('2026-03-02T10:00:00+13:00'))).toBe('2026-03-01T21:00:00.000Z');
  });

  it('rejects other text', () => expect(() => parseInstant('yesterday')).toThrow(RangeError));
});
