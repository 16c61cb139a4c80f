import { toInstant } from '../../../src/core/time';
import type { Database } from '../../../src/database/database';
import { archiveCustomer, restoreCustomer } from '../../../src/features/customers/archive-customer';
import { refreshHomes } from '../../../src/features/home/home-changed.messages';
import { homeOf } from '../../../src/features/home/open-home';
import { recountStock } from '../../../src/features/home/recount-stock';
import { cancelOrder } from '../../../src/features/orders/cancel-order';
import { onOrderChanged } from '../../../src/features/orders/order-changed.messages';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { openProductDatabase } from '../../../src/product-database';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { stockKept } from '../../support/model/invariants';
import { fill } from '../../support/office';
import { assigns, MORNING, sales, sells } from '../../support/people';

const FIRST = { customers: 0, stock: 0 };

describe.each(eachDatabase)('seats left by customer, on $name', ({ open }) => {
  let database: TestDatabase;
  let db: Database;

  beforeEach(async () => {
    database = await open();
    db = database.db;
    await fill(db);
  });

  afterEach(() => database?.close());

  const follows = (customerId: number, now = MORNING, by = db) =>
    by.transaction((tx) => refreshHomes(tx, customerId, toInstant(now)));
  const shown = async (now = MORNING) => {
    const home = await homeOf(db, FIRST, sales, { now, timezone: 'Europe/Paris', roles: USUAL_ROLES });
    return home.sales?.stock.shown.map(({ customer, left }) => `${customer.name} ${left}`);
  };

  it('are listed for customers with orders, fewest first, after every sale and assignment', async () => {
    await sells(db, { quantity: 3 });
    await sells(db, { quantity: 2, customer: 'GLOBEX' });
    await follows(1);
    await follows(2);
    expect(await shown()).toEqual(['Globex 2', 'Acme 3']);
    for (let seat = 0; seat < 2; seat += 1) {
      const { order } = await assigns(db);
      await onOrderChanged(db, order.reference, MORNING);
      await onOrderChanged(db, order.reference, MORNING);
    }
    expect(await shown()).toEqual(['Acme 1', 'Globex 2']);
  });

  it('are not listed for customers who are archived or whose orders are all cancelled', async () => {
    const { reference } = await sells(db, { quantity: 3 });
    await sells(db, { quantity: 2, customer: 'GLOBEX' });
    await follows(2);
    await follows(1);
    await cancelOrder(db, { order: reference, reason: 'A mistake' }, sales, MORNING);
    await onOrderChanged(db, reference, MORNING);
    expect(await shown()).toEqual(['Globex 2']);
    await archiveCustomer(db, 'GLOBEX', sales, MORNING);
    expect(await shown()).toEqual([]);
    await restoreCustomer(db, 'GLOBEX', sales, MORNING);
    expect(await shown()).toEqual(['Globex 2']);
  });

  it('leave out seats that have expired in the customer’s zone', async () => {
    const { reference } = await sells(db, { quantity: 3, assignBy: '2026-03-31' });
    await sells(db, { quantity: 1 });
    const evening = MORNING.set({ month: 3, day: 31, hour: 21 });
    await onOrderChanged(db, reference, evening);
    expect(await shown()).toEqual(['Acme 4']);
    await onOrderChanged(db, reference, evening.plus({ hours: 2 }));
    expect(await shown()).toEqual(['Acme 1']);
  });

  it('are counted again at the customer’s midnight, without any other change', async () => {
    const { reference } = await sells(db, { quantity: 3, assignBy: '2026-03-31' });
    await sells(db, { quantity: 1, customer: 'GLOBEX' });
    const evening = MORNING.set({ month: 3, day: 31, hour: 21 });
    await onOrderChanged(db, reference, evening);
    await follows(2, evening);
    await db('outbox').delete();
    await recountStock(db, evening.plus({ minutes: 59 }));
    expect(await db('outbox').select('subject')).toEqual([]);
    const midnight = evening.plus({ hours: 1 });
    await recountStock(db, midnight);
    expect(await db('outbox').select('kind', 'subject')).toEqual([{ kind: 'homes.changed', subject: '1' }]);
    await follows(1, midnight);
    expect(await shown()).toEqual(['Acme 0', 'Globex 1']);
    await db('outbox').delete();
    await recountStock(db, midnight.plus({ days: 1 }));
    expect(await db('outbox').select('subject')).toEqual([]);
  });

  it('are counted again when the clock that they were counted by was a month ahead', async () => {
    const { reference } = await sells(db, { quantity: 3, assignBy: '2026-03-31' });
    await onOrderChanged(db, reference, MORNING.plus({ months: 1 }));
    expect(await shown()).toEqual(['Acme 0']);
    await db('outbox').delete();
    await recountStock(db, MORNING);
    expect(await db('outbox').select('kind', 'subject')).toEqual([{ kind: 'homes.changed', subject: '1' }]);
    await follows(1);
    expect(await shown()).toEqual(['Acme 3']);
  });

  it('are correct in the end when many count at once', async () => {
    const other = openProductDatabase(database.url);
    const { reference } = await sells(db, { quantity: 24 });
    for (let round = 0; round < 6; round += 1) {
      await Promise.all(
        [db, other].map(async (by) => {
          await assigns(by);
          await onOrderChanged(by, reference, MORNING);
          await assigns(by);
          await follows(1, MORNING, by);
        }),
      );
      expect(await stockKept(db)).toEqual({ ACME: 24 - 4 * (round + 1) });
    }
    await other.destroy();
  });
});
