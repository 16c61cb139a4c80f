import { archiveCustomer, restoreCustomer } from '../../../src/features/customers/archive-customer';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { sales, sells } from '../../support/people';
import { looks, looksDaily, ONE_CUSTOMER } from '../../support/reminders';
import { at } from '../../support/time';

describe.each(eachDatabase)('a customer that is restored after months, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db, ONE_CUSTOMER);
  });

  afterEach(() => database?.close());

  it('is told once of seats that expired meanwhile, and of none that expired before its reminders began', async () => {
    const { db } = database;
    await sells(db, { product: 'ANY', assignBy: '2025-11-30' }, at('2025-11-20T15:00:00Z'));
    const sold = await sells(db, { product: 'ANY', assignBy: '2026-03-04' }, at('2026-02-20T15:00:00Z'));
    await looks(db, '2026-02-20T16:00:00Z');
    await looks(db, '2026-03-02T08:00:00Z');
    await archiveCustomer(db, 'ACME', sales, at('2026-03-03T07:00:00Z'));
    await looksDaily(db, '2026-03-03T08:00:00Z', 90);
    expect(await ended()).toEqual([]);
    await restoreCustomer(db, 'ACME', sales, at('2026-06-10T07:00:00Z'));
    await looksDaily(db, '2026-06-10T08:00:00Z', 3);
    expect(await ended()).toEqual([sold.reference]);
  });

  /** Orders whose end has been told or is to be told. */
  async function ended(): Promise<string[]> {
    const rows = await database.db('outbox').where({ kind: 'order.changed' }).orderBy('id');
    return rows.map(({ subject }) => subject);
  }
});
