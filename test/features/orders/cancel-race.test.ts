import type { Database } from '../../../src/database/database';
import { cancelOrder } from '../../../src/features/orders/cancel-order';
import { openProductDatabase } from '../../../src/product-database';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { assigns, MORNING, sales, sells } from '../../support/people';
import { count, select } from '../../support/tables';

const SPOILT = `select orders.id from orders join seats on seats.order_id = orders.id
  where cancelled_at is not null and seats.state <> 'cancelled'
  union select orders.id from orders join seats on seats.order_id = orders.id
  where cancelled_at is null and seats.state = 'cancelled'`;

describe.each(eachDatabase)('cancelling an order during an assignment, on $name', ({ open }) => {
  let database: TestDatabase;
  let other: Database;

  beforeAll(async () => {
    database = await open();
    other = openProductDatabase(database.url);
    await fill(database.db);
  });

  afterAll(async () => {
    await other?.destroy();
    await database?.close();
  });

  it.each(['automatically', 'from that order'])('lets exactly one of the two succeed, assigning %s', async (way) => {
    const { db } = database;
    for (let round = 0; round < 20; round += 1) {
      const { reference } = await sells(db, { quantity: 3 });
      const pool = way === 'from that order' ? reference : undefined;
      const [first, second] = round % 2 ? [db, other] : [other, db];
      const cancel = () => cancelOrder(first, { order: reference, reason: 'A mistake' }, sales, MORNING);
      const assign = () => assigns(second, { pool });
      const attempts = round % 4 < 2 ? [cancel(), assign()] : [assign(), cancel()];
      const outcomes = await Promise.allSettled(attempts);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'UserError' } });
      expect(await select(db, SPOILT)).toEqual([]);
      // Seats left from this round must not serve the next one.
      const left = await count(db, 'seats', { state: 'unassigned' });
      for (let seat = 0; seat < left; seat += 1) await assigns(db, { pool: reference });
    }
    expect(await count(db, 'seats', { state: 'unassigned' })).toBe(0);
  });
});
