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

  it('so many days later is that far away, over any change of the clocks', () => {
    fc.assert(
      fc.property(time, fc.integer({ min: -4_000, max: 4_000 }), (date, days) => {
        const day = date.toISOString().slice(0, 10);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(addDays(addDays(day, days), -days)).toBe(day);
      }),
    );
  });
});

describe('an instant as text', () => {
  it('comes back as it was', () => {
    fc.assert(fc.property(time, (date) => expect(parseInstant(date.toISOString()).toMillis()).toBe(date.getTime())));
  });

  it('sorts as time does', () => {
    fc.assert(
      fc.property(time, time, (one, other) => {
        const [a, b] = [toInstant(at(one.toISOString())), toInstant(at(other.toISOString()))];
        expect(a < b).toBe(one.getTime() < other.getTime());
      }),
    );
  });

  it('is the same from whatever zone it was read', () => {
    expect(toInstant(at('2026-03-02T10:00:00+13:00'))).toBe('2026-03-01T21:00:00.000Z');
  });

  it('is nothing else', () => expect(() => parseInstant('yesterday')).toThrow(RangeError));
});
