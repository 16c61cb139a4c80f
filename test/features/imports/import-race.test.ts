import { createCustomer } from '../../../src/features/customers/save-customer';
import { readSheet } from '../../../src/features/imports/files/csv-sheet';
import { createImport } from '../../../src/features/imports/imports.sql';
import { confirmImport } from '../../../src/features/imports/sheet-imports';
import { storeReading } from '../../../src/features/imports/store-import';
import { openProductDatabase } from '../../../src/product-database';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { admin, MORNING, refusal, sales } from '../../support/people';
import { count } from '../../support/tables';

describe.each(eachDatabase)('a channel that a file and a form give to two customers at once, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
  });

  afterEach(() => database?.close());

  it('goes to one customer, and the other is refused, beside the field or the row', async () => {
    const { db, url } = database;
    const other = openProductDatabase(url);
    try {
      for (let round = 0; round < 8; round += 1) {
        const channel = `C0RACE0000${round}`;
        const sheet = readSheet(Buffer.from(`code,name,channel\nFILE-${round},File ${round},${channel}`), {
          timezone: 'UTC',
          locale: 'en',
        });
        const key = await createImport(db, admin, 'F1', MORNING.toISO());
        await storeReading(db, key, sheet, admin, MORNING);
        const form = { name: `Form ${round}`, code: undefined, channel, newChannel: undefined };
        const details = { timezone: 'UTC', locale: 'en', notes: undefined };
        const [imported, created] = await Promise.all([
          confirmImport(other, key, admin, MORNING),
          createCustomer(db, { ...form, ...details }, sales, MORNING).catch((error) => refusal(Promise.reject(error))),
        ]);
        const { state } = imported.chosen;
        expect([state, created === 'channel.taken']).toEqual(
          state === 'imported' ? ['imported', true] : ['ready', false],
        );
        expect(await count(db, 'customers', { channel })).toBe(1);
      }
    } finally {
      await other.destroy();
    }
  });
});
