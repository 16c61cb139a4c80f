import { setTimeout as sleep } from 'node:timers/promises';
import { cancelOrder } from '../../../src/features/orders/cancel-order';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { type Office, openOffice } from '../../support/office';
import { MORNING, sales, sells } from '../../support/people';
import { allIsSaid } from '../../support/tables';

describe.each(eachDatabase)('a board whose update Slack makes after we stopped waiting, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db);
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  it('shows the newest seats in the end, although the older update landed last', async () => {
    const { db } = database;
    const gus = office.workspace.person('gus', { patienceMs: 10_000 });
    await sells(db, { customer: 'GLOBEX', quantity: 50 });
    await gus.finds('50 unassigned');
    await allIsSaid(db);
    office.workspace.faults.next('chat.update', { kind: 'slow', ms: 13_000 });
    const { reference } = await sells(db, { customer: 'GLOBEX', quantity: 2 });
    await sleep(3_000);
    await cancelOrder(db, { order: reference, reason: 'A mistake' }, sales, MORNING);
    await sleep(11_500);
    expect(await gus.finds('50 unassigned', 20_000)).toBe(true);
  }, 90_000);
});
