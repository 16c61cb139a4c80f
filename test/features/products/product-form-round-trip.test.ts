import fc from 'fast-check';
import { UserError } from '../../../src/core/errors';
import { addDays } from '../../../src/core/time';
import { formatParameters, parseParameters } from '../../../src/features/products/parameter-string';
import { planProduct } from '../../../src/features/products/plan-product';
import type { ProductTerms } from '../../../src/features/products/product';
import { statedBy } from '../../../src/features/products/product-check';
import { EMPTY_FORM, filledWith, type ProductForm } from '../../../src/features/products/product-form';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';

const NAMED = { ...EMPTY_FORM, code: 'MADE', name: 'Made' };
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const entry = fc.string({ unit: fc.constantFrom(...'%_+&=;? 25AécÉ💥-'), maxLength: 8 });
const role = perhaps(fc.constantFrom('', ' ', ...USUAL_ROLES.keys()));
const number = (max: number) => perhaps(fc.integer({ min: 1, max }).map(String));
/** Few adjacent days, so that both are often the same, and the first and last possible days. */
const day = fc.oneof(
  fc.integer({ min: 0, max: 2 }).map((days) => addDays('2026-12-31', days)),
  fc.constantFrom('1999-12-31', '2000-01-01', '2100-01-01', '2100-01-02', '2999-12-31'),
);
/** An exact second from a pasted string, before a day was changed. */
const second = fc.integer({ min: 1_798_671_600, max: 1_798_930_800 });
const fields = fc.record({
  picked: fc.array(entry, { maxLength: 3 }),
  patterns: perhaps(fc.array(entry, { maxLength: 3 }).map((entries) => entries.join(',\n'))),
  packSize: number(10_000),
  role,
  supervisorRole: role,
  durationDays: number(36_500),
  startDate: perhaps(day),
  endDate: perhaps(day),
  startSecond: perhaps(second),
  endSecond: perhaps(second),
  customerSupport: perhaps(entry),
});
const form = fields.map((some): ProductForm => ({ ...NAMED, ...some }));
const zone = fc.constantFrom('Europe/Paris', 'UTC', 'Pacific/Honolulu', 'Pacific/Kiritimati');

describe('a product created with its form', () => {
  it('survives a round trip through its parameter string', () => {
    let copied = 0;
    const property = fc.property(form, zone, (made, timezone) => {
      const product = planned(made, timezone);
      fc.pre(product !== undefined);
      const text = formatParameters(statedBy(product), timezone);
      const parsed = parseParameters(text, timezone);
      if ('problems' in parsed) throw new Error(`${text}: ${JSON.stringify(parsed.problems)}`);
      const again = planned(
        filledWith(NAMED, parsed.value, () => false),
        timezone,
      );
      expect(again).toStrictEqual(product);
      copied += 1;
    });
    fc.assert(property, { numRuns: 1_000 });
    expect(copied).toBe(1_000);
  });

  it.each([
    ['1999-12-31', true],
    ['2000-01-01', false],
    ['2100-01-01', false],
    ['2100-01-02', true],
    ['2999-12-31', true],
  ])('may begin and end on %s exactly when a string may', (date, isRefused) => {
    for (const timezone of ['Europe/Paris', 'Pacific/Honolulu', 'Pacific/Kiritimati']) {
      const isPlanned = planned({ ...NAMED, startDate: date, endDate: date }, timezone) !== undefined;
      expect(isPlanned).toBe(!isRefused);
      const text = formatParameters({ startDate: date, endDate: date }, timezone);
      expect('problems' in parseParameters(text, timezone)).toBe(isRefused);
    }
  });

  it('forgets the exact second of a start when the end is set to the same day', () => {
    const made = { ...NAMED, startDate: '2027-01-01', startSecond: 1_798_761_600, endDate: '2027-01-01' };
    const product = planned(made, 'Europe/Paris');
    expect(product && formatParameters(statedBy(product), 'Europe/Paris')).toBe(
      'starttime=1798758000&endtime=1798758000',
    );
    const later = planned({ ...made, endSecond: 1_798_761_601 }, 'Europe/Paris');
    expect(later && formatParameters(statedBy(later), 'Europe/Paris')).toBe('starttime=1798761600&endtime=1798761601');
  });
});

/** Undefined when the form refuses the values. */
function planned(made: ProductForm, timezone: string): ProductTerms | undefined {
  try {
    return planProduct(made, { timezone, roles: USUAL_ROLES });
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
