import { UserError } from '../../src/core/errors';
import { defaultPeriod, planPeriod } from '../../src/core/period';
import type { Terms } from '../../src/features/products/product';

const TODAY = '2026-03-02';
const terms: Terms = {
  courses: [],
  role: 'student',
  supervisorRole: 'teacher',
  durationDays: undefined,
  startDate: undefined,
  endDate: undefined,
};
const none = { start: undefined, end: undefined };

describe('a training period', () => {
  it('starts today and never ends when neither the product nor the request sets dates', () => {
    expect(planPeriod(none, terms, TODAY)).toEqual({ start: TODAY, end: undefined });
  });

  it('lasts as long as the product says, from the first day', () => {
    expect(planPeriod(none, { ...terms, durationDays: 30 }, TODAY)).toEqual({ start: TODAY, end: '2026-04-01' });
    const wish = { ...none, start: '2028-02-01' };
    expect(planPeriod(wish, { ...terms, durationDays: 29 }, TODAY)).toEqual({ start: '2028-02-01', end: '2028-03-01' });
  });

  it('follows the product’s fixed dates, but never starts in the past', () => {
    const fixed = { ...terms, startDate: '2026-05-01', endDate: '2026-06-30' };
    expect(defaultPeriod(fixed, TODAY)).toEqual({ start: '2026-05-01', end: '2026-06-30' });
    expect(defaultPeriod(fixed, '2026-05-02')).toEqual({ start: '2026-05-02', end: '2026-06-30' });
  });

  it('follows the requested dates', () => {
    const wish = { start: '2026-04-01', end: '2026-04-02' };
    expect(planPeriod(wish, { ...terms, durationDays: 90 }, TODAY)).toEqual(wish);
  });

  it('ends on the last day that can be typed when the product promises more', () => {
    expect(planPeriod(none, { ...terms, durationDays: 36_500 }, TODAY)).toEqual({ start: TODAY, end: '2100-01-01' });
  });

  it('may last a single day', () => {
    expect(planPeriod({ start: TODAY, end: TODAY }, terms, TODAY)).toEqual({ start: TODAY, end: TODAY });
  });

  it.each([
    ['start_date.past', { start: '2026-03-01', end: undefined }, terms],
    ['end_date.past', { start: undefined, end: '2026-03-01' }, terms],
    ['end_date.reversed', { start: '2026-04-02', end: '2026-04-01' }, terms],
    ['end_date.reversed', { start: '2026-07-01', end: undefined }, { ...terms, endDate: '2026-06-30' }],
    ['end_date.past', none, { ...terms, endDate: '2026-03-01' }],
    ['date.invalid', { start: '2026-02-30', end: undefined }, terms],
    ['date.range', { start: undefined, end: '2100-01-02' }, terms],
    ['date.range, date.range', { start: '2999-12-31', end: '9999-12-31' }, terms],
    ['date.range', { start: '9999-12-31', end: undefined }, { ...terms, durationDays: 36_500 }],
    ['date.invalid, date.invalid', { start: '1 March', end: 'soon' }, terms],
    ['start_date.past, date.invalid', { start: '2026-03-01', end: 'soon' }, terms],
  ])('is refused with %s', (code, wish, sold) => {
    expect(() => planPeriod(wish, sold, TODAY)).toThrow(new UserError({ code: code as 'date.invalid' }));
  });
});
