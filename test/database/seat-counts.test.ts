import fc from 'fast-check';
import { SYSTEM } from '../../src/core/person';
import type { Database } from '../../src/database/database';
import { migrate, migrateDownOnce } from '../../src/database/migrate';
import { findTrainees } from '../../src/features/assignments/find-trainees';
import { releaseSeat } from '../../src/features/assignments/release-seat';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { hasManyTrainees } from '../support/long-list';
import { violations } from '../support/model/invariants';
import { fill } from '../support/office';
import { assigns, MORNING, sales, sells } from '../support/people';
import { count } from '../support/tables';

const STATES = ['unassigned', 'assigned', 'cancelled'] as const;
const DRIFT = 'an order whose stored counts differ from its seats';

describe.each(eachDatabase)('the counts of an order’s seats, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
  });

  afterEach(() => database?.close());

  it('follow every statement, whoever writes it', async () => {
    const { db } = database;
    const orders = [(await sells(db, { quantity: 5 })).id, (await sells(db, { quantity: 5 })).id];
    const state = fc.constantFrom(...STATES);
    const order = fc.constantFrom(...orders);
    const some = fc.integer({ min: 2, max: 4 });
    const statement = fc.oneof(
      fc.tuple(order, state).map(
        ([order_id, to]) =>
          (tx: Database) =>
            tx('seats').insert({ order_id, state: to }),
      ),
      fc.tuple(state, some).map(
        ([to, share]) =>
          (tx: Database) =>
            tx('seats').whereRaw('id % ? = 0', [share]).update({ state: to }),
      ),
      fc.tuple(order, some).map(
        ([order_id, share]) =>
          (tx: Database) =>
            tx('seats').where({ order_id }).whereRaw('id % ? = 1', [share]).delete(),
      ),
    );
    const property = fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 6 }), async (statements) => {
      for (const run of statements) await run(db);
      expect(await violations(db)).not.toContain(DRIFT);
    });
    await fc.assert(property, { numRuns: 25 });
  });

  it('forget what was rolled back', async () => {
    const { db } = database;
    await sells(db, { quantity: 5 });
    const mistaken = db.transaction(async (tx) => {
      await tx('seats').update({ state: 'cancelled' });
      throw new Error('a mistake');
    });
    await expect(mistaken).rejects.toThrow('a mistake');
    expect(await violations(db)).toEqual([]);
  });

  it('stay right, and few, while many people assign and release seats of one order', async () => {
    const { db } = database;
    await sells(db, { quantity: 100 });
    const trainee = { firstName: 'Alice', lastName: 'Same', email: 'same@example.com' };
    const own = await assigns(db, { trainee });
    await Promise.all([
      ...Array.from({ length: 6 }, async () => {
        for (let round = 0; round < 7; round += 1) {
          const { id } = await assigns(db);
          await releaseSeat(db, { id }, sales, MORNING);
        }
      }),
      // The same person in the same course again, while their seat is being released.
      releaseSeat(db, own, sales, MORNING),
      assigns(db, { trainee }).catch((error: Error) => expect(error.message).toMatch('already_in_course')),
    ]);
    expect(await violations(db)).toEqual([]);
    expect(await count(db, 'seat_counts')).toBeLessThan(40);
  });

  it('are made for seats that are there already, as is the index of their trainees', async () => {
    const { db } = database;
    const orderId = await hasManyTrainees(db);
    while ((await db.migrate.currentVersion()) >= '20261130000800') await migrateDownOnce(db);
    await db('seats').where({ order_id: orderId }).whereRaw('id % 3 = 0').update({ state: 'cancelled' });
    await migrate(db);
    expect(await violations(db)).not.toContain(DRIFT);
    expect(await findTrainees(db, { customer: 'ACME' }, 'person2222@', SYSTEM)).toHaveLength(1);
  });
});
