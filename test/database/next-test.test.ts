import { openProductDatabase } from '../../src/product-database';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { fill } from '../support/office';
import { assigns, sells } from '../support/people';
import { checksum, count, select } from '../support/tables';

/** Tests on PostgreSQL use the same databases one after another. */
describe.each(eachDatabase.slice(1))('the database of the next test, on $name', ({ open }) => {
  let next: TestDatabase | undefined;

  afterEach(() => next?.close());

  it('has no rows, and counts from 1', async () => {
    const first = await open();
    const before = await checksum(first.db);
    await fill(first.db);
    await sells(first.db, { quantity: 3 });
    await assigns(first.db);
    await first.close();
    next = await open();
    expect(await checksum(next.db)).toBe(before);
    await fill(next.db);
    expect((await sells(next.db)).reference).toBe('B0000000001');
  });

  it('has the migrated schema', async () => {
    const first = await open();
    await first.db.raw('alter table orders add column added text');
    await first.close();
    next = await open();
    await expect(next.db.raw('select added from orders')).rejects.toThrow('added');
  });

  it('is free of what an earlier test left undone', async () => {
    const first = await open();
    await fill(first.db);
    const other = openProductDatabase(first.url);
    const undone = await other.transaction();
    await undone('customers').where({ code: 'ACME' }).update({ name: 'Undone' });
    await first.close();
    next = await open();
    await fill(next.db);
    expect(await count(next.db, 'customers', { name: 'Undone' })).toBe(0);
    await undone.rollback().catch(() => undefined);
    await other.destroy();
  });

  it('knows no settings of earlier connections', async () => {
    const setting = ({ db }: TestDatabase) => select(db, 'show work_mem');
    const first = await open();
    const before = await setting(first);
    await first.db.raw("set work_mem = '1MB'");
    expect(await setting(first)).not.toEqual(before);
    await first.close();
    next = await open();
    expect(await setting(next)).toEqual(before);
  });
});
