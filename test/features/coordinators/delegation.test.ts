import { getCustomer } from '../../../src/features/customers/customers.sql';
import { notifyCustomer } from '../../../src/features/customers/notify-customer';
import { lowStock } from '../../../src/features/orders/stock.messages';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { claire, MORNING, sells } from '../../support/people';
import { looks, ONE_CUSTOMER, placesReminded, sets } from '../../support/reminders';

const CARLOS = 'U0CARLOS001';
const NOAH = 'U0NOAH00001';

// Claire coordinates Acme, in Paris. Noah is her delegate on Tuesday, 3 March 2026.
describe.each(eachDatabase)('a coordinator’s delegate, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db, ONE_CUSTOMER);
    const of = { customer_id: 1, team_id: claire.teamId, user_id: claire.userId };
    const days = { from_day: '2026-03-03', to_day: '2026-03-03' };
    await database.db('delegations').insert({ ...of, to_team: claire.teamId, to_user: NOAH, ...days });
  });

  afterEach(() => database?.close());

  it('gets reminders on the days of the delegation, one a day even with two delegations', async () => {
    const { db } = database;
    await sells(db, { product: 'ANY', quantity: 5 }, MORNING.minus({ days: 7 }));
    await sets(db, { to: 'direct' });
    await db('delegations').insert({
      customer_id: 1,
      team_id: claire.teamId,
      user_id: CARLOS,
      to_team: claire.teamId,
      to_user: NOAH,
      from_day: '2026-03-03',
      to_day: '2026-03-09',
    });
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-04']) await looks(db, `${day}T08:00:00Z`);
    expect(await placesReminded(db, '2026-03-02')).toEqual([CARLOS, claire.userId]);
    expect(await placesReminded(db, '2026-03-03')).toEqual([CARLOS, claire.userId, NOAH]);
    await db('delegations').where({ user_id: CARLOS }).update({ ended_at: '2026-03-04T00:00:00.000Z' });
    await looks(db, '2026-03-05T08:00:00Z');
    expect(await placesReminded(db, '2026-03-05')).toEqual([CARLOS, claire.userId]);
  });

  it('gets the coordinators’ messages on the days of the delegation, if there is no channel', async () => {
    const { db } = database;
    await db('customers').update({ channel: null });
    const acme = await getCustomer(db, 1);
    const entry = { message: lowStock, subject: 'B0000000001', dedupeKey: 'low' };
    await db.transaction((tx) => notifyCustomer(tx, acme, entry, '2026-03-03T09:00:00.000Z'));
    expect(await db('outbox').orderBy('lane').pluck('lane')).toEqual([CARLOS, claire.userId, NOAH]);
  });
});
