import { archiveCustomer, restoreCustomer } from '../../../src/features/customers/archive-customer';
import { onOrderChanged } from '../../../src/features/orders/order-changed.messages';
import { openProductDatabase } from '../../../src/product-database';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { MORNING, sales, sells } from '../../support/people';

describe.each(eachDatabase)('archiving a customer while its orders refresh, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
  });

  afterEach(() => database?.close());

  it('lets both finish', async () => {
    const { db, url } = database;
    const other = openProductDatabase(url);
    const orders = await Promise.all([1, 2, 3].map(() => sells(db, { quantity: 2 })));
    try {
      for (let round = 0; round < 15; round += 1) {
        const change = round % 2 === 0 ? archiveCustomer : restoreCustomer;
        await Promise.all([
          change(db, 'ACME', sales, MORNING),
          ...orders.map(({ reference }) => onOrderChanged(other, reference, MORNING)),
        ]);
      }
    } finally {
      await other.destroy();
    }
    expect(await db('customers').where({ code: 'ACME' }).first()).toMatchObject({ archived_at: MORNING.toISO() });
  });
});
