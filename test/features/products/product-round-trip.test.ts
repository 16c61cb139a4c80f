import fc from 'fast-check';
import { draftFromParameters, openDraft } from '../../../src/features/products/draft-product';
import { parametersOf } from '../../../src/features/products/list-products';
import { createOrEditProduct } from '../../../src/features/products/manage-products';
import { formatParameters, parseParameters } from '../../../src/features/products/parameter-string';
import type { ProductDraft } from '../../../src/features/products/product-form';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { admin, MORNING } from '../../support/people';

const ROLES = [...USUAL_ROLES.keys(), 'R&D = 50%', 'é+;%41'];
const WHEN = { now: MORNING, timezone: 'Europe/Paris', roles: new Map(ROLES.map((role, id) => [role, id])) };

const name = fc
  .string({ unit: fc.constantFrom(...'%_+&=;? 25AécÉ💥-'), minLength: 1, maxLength: 8 })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const course = fc.oneof(name, fc.constantFrom('EXCEL-1', 'gdpr', 'FIRE', 'LEAD-2', 'EXCEL-%', '12'));
/** Midnights of Paris, and other seconds. */
const second = fc.oneof(fc.constantFrom(1_767_222_000, 1_774_738_800), fc.integer({ min: 946_684_800, max: 4e9 }));
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const said = fc.record({
  courselist: perhaps(fc.array(course, { minLength: 1, maxLength: 6 })),
  supervisor: perhaps(fc.constantFrom(...ROLES)),
  role: perhaps(fc.constantFrom(...ROLES)),
  packsize: perhaps(fc.integer({ min: 1, max: 10_000 })),
  starttime: perhaps(second),
  endtime: perhaps(second),
  duration: perhaps(fc.integer({ min: 1, max: 36_500 })),
  customersupport: perhaps(name),
});

describe.each(eachDatabase)('a product of the Moodle shop, on $name', ({ open }) => {
  let database: TestDatabase;
  let products = 0;

  beforeAll(async () => {
    database = await open();
    await fill(database.db);
  });

  afterAll(() => database?.close());

  const saves = ({ form, opened }: ProductDraft, others: { code?: string; name: string }) =>
    createOrEditProduct(database.db, { ...form, ...others }, opened, admin, WHEN);
  const copied = async (code: string) => (await parametersOf(database.db, code, admin, WHEN)).parameters;

  it('gives back exactly what it was made of, also once something else has been edited', async () => {
    const property = fc.asyncProperty(said, async ({ courselist, ...others }) => {
      const values = { courselist: courselist?.map(encodeURIComponent).join(','), ...encoded(others) };
      const text = Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]));
      const read = parseParameters(text.join('&'), WHEN.timezone);
      fc.pre('value' in read);
      const canonical = formatParameters(read.value, WHEN.timezone);
      products += 1;
      const code = `SHOP-${products}`;
      const wish = { code: undefined, text: text.join('&') };
      await saves(await draftFromParameters(database.db, wish, admin, WHEN), { code, name: 'Shop' });
      expect(await copied(code)).toBe(canonical);
      await saves(await openDraft(database.db, code, admin), { name: 'Shop again' });
      expect(await copied(code)).toBe(canonical);
      await saves(await draftFromParameters(database.db, { code, text: canonical }, admin, WHEN), { name: 'Shop' });
      expect(await copied(code)).toBe(canonical);
    });
    await fc.assert(property, { numRuns: 100 });
  });
});

function encoded(values: Record<string, string | number | undefined>): Record<string, string | undefined> {
  const entries = Object.entries(values).map(([key, value]) => [
    key,
    value === undefined ? undefined : encodeURIComponent(value),
  ]);
  return Object.fromEntries(entries);
}
