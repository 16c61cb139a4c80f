import { draftFromParameters, openDraft } from '../../../src/features/products/draft-product';
import { parametersOf, productCard } from '../../../src/features/products/list-products';
import { createOrEditProduct } from '../../../src/features/products/manage-products';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { found } from '../../support/found';
import { fill } from '../../support/office';
import { admin, MORNING, refusal, sells } from '../../support/people';

const WHEN = { now: MORNING, timezone: 'Europe/Paris', roles: USUAL_ROLES };
const CUSTOMERS = `
customers:
  - { code: KYOTO, name: Kyoto, timezone: Asia/Tokyo }
  - { code: LYON, name: Lyon, timezone: Europe/Paris }
  - { code: RENO, name: Reno, timezone: America/Los_Angeles }`;

// The product's days are read in Paris.
describe.each(eachDatabase)('the days of a product that knows exact moments, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db, CUSTOMERS);
  });

  afterEach(() => database?.close());

  const makes = async (code: string, text: string) => {
    const { form } = await draftFromParameters(database.db, { code: undefined, text }, admin, WHEN);
    await createOrEditProduct(database.db, { ...form, code, name: code }, undefined, admin, WHEN);
  };
  const daysSold = async (customer: string, product: string) => {
    const { terms } = await sells(database.db, { customer, product });
    return [terms.startDate, terms.endDate];
  };

  it('are those of the customer who buys', async () => {
    // Midnight in Tokyo, twice.
    await makes('YEAR', 'starttime=1798729200&endtime=1830265200');
    expect(await daysSold('KYOTO', 'YEAR')).toEqual(['2027-01-01', '2028-01-01']);
    expect(await daysSold('LYON', 'YEAR')).toEqual(['2026-12-31', '2027-12-31']);
    expect(await daysSold('RENO', 'YEAR')).toEqual(['2026-12-31', '2027-12-31']);
    const sold = await found(database.db('ledger').where({ action: 'order.generated' }).first());
    expect(JSON.parse(sold.after ?? '').terms).toMatchObject({ startDate: '2027-01-01' });
  });

  it('stay as they were picked where only a day is known', async () => {
    await fill(database.db, 'products: [{ code: DAYS, name: Days, start_date: 2027-01-01, end_date: 2027-06-30 }]');
    expect(await daysSold('KYOTO', 'DAYS')).toEqual(['2027-01-01', '2027-06-30']);
    expect(await daysSold('RENO', 'DAYS')).toEqual(['2027-01-01', '2027-06-30']);
  });

  it('never end before they begin, though one of them moves', async () => {
    // Midnight of Paris, and three hours later; then ten at night, and midnight of the day after.
    await makes('NIGHT', 'starttime=1798758000&endtime=1798768800');
    expect(await daysSold('RENO', 'NIGHT')).toEqual(['2027-01-01', '2027-01-01']);
    await makes('EVENING', 'starttime=1798837200&endtime=1798844400');
    expect(await daysSold('KYOTO', 'EVENING')).toEqual(['2027-01-02', '2027-01-02']);
  });

  it('pass for each when they pass there', async () => {
    // The second of March has begun in Tokyo, and not in Paris.
    await makes('SHORT', 'endtime=1772379000');
    expect(await daysSold('KYOTO', 'SHORT')).toEqual([undefined, '2026-03-02']);
    expect(await refusal(sells(database.db, { customer: 'LYON', product: 'SHORT' }))).toBe('product.ended');
  });

  it('are no earlier terms, until the product is changed', async () => {
    await makes('YEAR', 'starttime=1798729200');
    for (const customer of ['KYOTO', 'LYON', 'RENO']) await sells(database.db, { customer, product: 'YEAR' });
    const earlier = async () => (await productCard(database.db, 'YEAR', admin, WHEN)).earlierOrders;
    expect(await earlier()).toBe(0);
    const { form, opened } = await openDraft(database.db, 'YEAR', admin);
    await createOrEditProduct(database.db, { ...form, startDate: '2027-01-01' }, opened, admin, WHEN);
    expect(await earlier()).toBe(2);
  });

  it('are copied in order, also when a file sets the end to the day of the start', async () => {
    await makes('YEAR', 'starttime=1798761600');
    await fill(database.db, 'products: [{ code: YEAR, name: Y, start_date: 2027-01-01, end_date: 2027-01-01 }]');
    const { parameters } = await parametersOf(database.db, 'YEAR', admin, WHEN);
    expect(parameters).toBe('starttime=1798758000&endtime=1798758000');
  });
});
