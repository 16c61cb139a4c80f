import type { Limits } from '../../../src/core/coordinator';
import type { Database } from '../../../src/database/database';
import { findAssignableCourses } from '../../../src/features/assignments/find-courses';
import { listSeats } from '../../../src/features/assignments/lists/list-seats';
import { changeCoordinator, coordinatorFor } from '../../../src/features/coordinators/change-coordinator';
import { addCoordinator, removeCoordinator, saveLimits } from '../../../src/features/coordinators/coordinators.sql';
import { findPools } from '../../../src/features/orders/find-pools';
import { findProductsBought } from '../../../src/features/orders/find-products-bought';
import { listPools } from '../../../src/features/orders/list-pools';
import { findProduct } from '../../../src/features/products/products.sql';
import { coordinationsOf } from '../../../src/features/roles/coordinations.sql';
import { openProductDatabase } from '../../../src/product-database';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { assigns, claire, colleague, coordinator, gus, MORNING, refusal, sales, sells } from '../../support/people';
import { count } from '../../support/tables';
import { at } from '../../support/time';

const ACME = 1;
const FILTER = { product: undefined, course: undefined };

describe.each(eachDatabase)('a coordinator of some products, on $name', ({ open }) => {
  let database: TestDatabase;
  let excel: string;
  let any: string;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
    excel = (await sells(database.db, { quantity: 3 })).reference;
    any = (await sells(database.db, { quantity: 2, product: 'ANY-SEAT' })).reference;
    await limits(database.db, { products: ['ANY-SEAT'] });
  });

  afterEach(() => database?.close());

  it('sees, finds and counts only seats of those products', async () => {
    const { db } = database;
    const by = await coordinator(db, claire);
    const list = await listPools(db, { customer: 'ACME', filter: FILTER, page: 0 }, by, MORNING);
    expect(list?.pools.map(({ order }) => order.reference)).toEqual([any]);
    expect(list?.totalSeats).toBe(2);
    expect((await findPools(db, { customer: 'ACME' }, '', by, MORNING)).map(({ order }) => order.reference)).toEqual([
      any,
    ]);
    expect((await findProductsBought(db, { customer: 'ACME' }, '', by)).map(({ code }) => code)).toEqual(['ANY-SEAT']);
    expect(await refusal(listSeats(db, { order: excel, page: 0 }, by, MORNING))).toBe('order.unknown');
    expect(await refusal(findAssignableCourses(db, { pool: excel }, '', by, MORNING))).toBe('order.unknown');
  });

  it('assigns only seats of those products, from a chosen or an automatic pool', async () => {
    const { db } = database;
    expect(await refusal(assigns(db, { pool: excel }))).toBe('order.unknown');
    for (const _ of [1, 2]) expect((await assigns(db)).order.reference).toBe(any);
    expect(await refusal(assigns(db))).toBe('seat.none_left');
    expect(await count(db, 'assignments')).toBe(2);
  });

  it('gets all products when the limit goes, and loses all rights immediately when removed', async () => {
    const { db } = database;
    await limits(db, { products: [] });
    expect((await assigns(db, { pool: excel })).order.reference).toBe(excel);
    await removeCoordinator(db, ACME, claire);
    expect(await refusal(assigns(db))).toBe('access.nobody');
  });

  it('gets one of two limits saved at the same moment, and the other person is refused', async () => {
    const other = openProductDatabase(database.url);
    const { version } = await coordinatorFor(database.db, { customer: 'ACME', person: claire }, sales, MORNING);
    const form = { customer: 'ACME', person: claire, products: [], version };
    const saves = [
      changeCoordinator(database.db, { ...form, quota: 3 }, sales, MORNING),
      changeCoordinator(other, { ...form, quota: 50 }, sales, MORNING),
    ];
    const ended = await Promise.allSettled(saves).finally(() => other.destroy());
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await count(database.db, 'ledger', { action: 'coordinator.changed' })).toBe(1);
  });

  it('has no limits at another customer', async () => {
    const { db } = database;
    await addCoordinator(db, 2, claire);
    await sells(db, { customer: 'GLOBEX' });
    const by = await coordinator(db, claire);
    const list = await listPools(db, { customer: 'GLOBEX', filter: FILTER, page: 0 }, by, MORNING);
    expect(list?.totalSeats).toBe(1);
  });
});

describe.each(eachDatabase)('a coordinator with a quota, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
    await sells(database.db, { quantity: 20 });
    await limits(database.db, { quota: 2 });
  });

  afterEach(() => database?.close());

  it('assigns up to the quota per month in the customer’s zone, then waits for the next month', async () => {
    const { db } = database;
    // 23:59 in Paris, in summer time.
    const lastMinute = at('2026-03-31T21:59:00Z');
    for (const _ of [1, 2]) await assigns(db, {}, lastMinute);
    expect(await refusal(assigns(db, {}, lastMinute))).toBe('quota.reached');
    await assigns(db, {}, lastMinute.plus({ minutes: 1 }));
    expect(await count(db, 'assignments')).toBe(3);
  });

  it('assigns no more when many forms arrive at once, in two processes', async () => {
    const other = openProductDatabase(database.url);
    const programs = [database.db, other, database.db, other, database.db, other];
    const attempts = programs.map((db) =>
      assigns(db).then(
        () => 'done',
        (error: Error) => error.message,
      ),
    );
    const outcomes = await Promise.all(attempts).finally(() => other.destroy());
    expect(outcomes.sort()).toEqual(['done', 'done', ...Array(4).fill('quota.reached')]);
    expect(await count(database.db, 'assignments')).toBe(2);
  });

  it('is held to a quota that was lowered while their form was on its way', async () => {
    const { db } = database;
    const by = await coordinator(db, claire);
    await assigns(db);
    await limits(db, { quota: 1 });
    expect(await refusal(assigns(db, { by }))).toBe('quota.reached');
  });

  it('assigns nothing when removed while their form is on its way', async () => {
    const { db } = database;
    const by = await coordinator(db, claire);
    await removeCoordinator(db, ACME, claire);
    expect(await refusal(assigns(db, { by }))).toBe('access.nobody');
    expect(await count(db, 'assignments')).toBe(0);
  });

  it('does not limit their colleagues', async () => {
    const { db } = database;
    await addCoordinator(db, ACME, colleague);
    for (const _ of [1, 2]) await assigns(db);
    const rows = await coordinationsOf(db, colleague, MORNING);
    expect(rows).toMatchObject([{ customerId: ACME, of: { quota: undefined, products: [] } }]);
  });
});

describe.each(eachDatabase)('a coordinator’s delegate, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
    await database.db('delegations').insert({
      customer_id: ACME,
      team_id: claire.teamId,
      user_id: claire.userId,
      to_team: colleague.teamId,
      to_user: colleague.userId,
      from_day: '2026-03-02',
      to_day: '2026-03-03',
    });
  });

  afterEach(() => database?.close());

  const may = async (instant: string) => (await coordinator(database.db, colleague, at(instant))).customers;

  it('has the coordinator’s rights on the agreed days, in the customer’s zone', async () => {
    expect(await may('2026-03-01T22:59:59Z')).toEqual([]);
    expect(await may('2026-03-01T23:00:00Z')).toEqual([ACME]);
    expect(await may('2026-03-03T22:59:59Z')).toEqual([ACME]);
    expect(await may('2026-03-03T23:00:00Z')).toEqual([]);
  });

  it('has the coordinator’s limits, and loses all rights when the coordinator is removed', async () => {
    const { db } = database;
    await limits(db, { products: ['ANY-SEAT'], quota: 3 });
    expect(await coordinationsOf(db, colleague, MORNING)).toMatchObject([{ of: { quota: 3, userId: claire.userId } }]);
    expect((await coordinator(db, colleague)).coordinates?.get(ACME)?.products).toHaveLength(1);
    await removeCoordinator(db, ACME, claire);
    expect(await may('2026-03-02T09:00:00Z')).toEqual([]);
  });

  it('uses the coordinator’s quota, which further delegates do not increase', async () => {
    const { db } = database;
    await sells(db, { quantity: 5 });
    await limits(db, { quota: 2 });
    await assigns(db);
    await assigns(db, { by: await coordinator(db, colleague) });
    expect(await refusal(assigns(db, { by: await coordinator(db, colleague) }))).toBe('quota.reached');
    expect(await refusal(assigns(db))).toBe('quota.reached');
    await database.db('delegations').update({ ended_at: MORNING.toISO() });
    await addCoordinator(db, ACME, colleague);
    await assigns(db, { by: await coordinator(db, colleague) });
  });

  it('is one person in one workspace, not the same user id in another', async () => {
    const { customers } = await coordinator(database.db, { ...colleague, teamId: gus.teamId });
    expect(customers).toEqual([]);
  });
});

/** Sets Claire's limits at Acme; products by code. */
async function limits(db: Database, wish: { products?: string[]; quota?: Limits['quota'] }): Promise<void> {
  const found = await Promise.all((wish.products ?? []).map((code) => findProduct(db, code)));
  const products = found.flatMap((product) => product?.id ?? []);
  expect(await saveLimits(db, ACME, claire, { products, quota: wish.quota })).toBe(true);
}
