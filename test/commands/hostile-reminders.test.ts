import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { expectNoMarkup, names, rename, times } from '../support/hostile-names';
import { type Office, openOffice } from '../support/office';
import { assigns, MORNING, sells } from '../support/people';
import { allIsSaid } from '../support/tables';

const GLOBEX = 'C0GLOBEX001';

describe.each(screenDatabases)('reminders, boards and requests, on $name, with', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let sonia: Person;
  let gus: Person;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    [sonia, gus] = [office.workspace.person('sonia'), office.workspace.person('gus')];
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  it.each(Object.entries(names))('%s show it unchanged', async (_, name) => {
    const shown = name.slice(0, 40);
    await rename(database, name);
    await sells(database.db, { customer: 'GLOBEX', quantity: 4, assignBy: '2026-04-01' });
    for (let seat = 0; seat < 3; seat += 1) await assigns(database.db, { customer: 'GLOBEX' });
    await allIsSaid(database.db);
    // The board and the low-stock message.
    expect(times(gus.screen(), shown)).toBeGreaterThanOrEqual(4);

    await gus.clicks('Reminders', { channel: GLOBEX });
    await gus.clicks('Send me a test');
    await gus.closes();
    await gus.submits({ frequency: 'weekly' });
    expect(times(gus.screen(), shown)).toBeGreaterThanOrEqual(5);
    await gus.closes();

    await gus.clicks('Ask for more seats', { channel: GLOBEX, value: 'B0000000001' });
    await gus.submits({ seats: '3', reason: name.slice(0, 500) });
    await gus.closes();
    await allIsSaid(database.db);
    expect(times(sonia.screen(), shown)).toBeGreaterThanOrEqual(2);
    await sonia.clicks('Decline');
    await sonia.submits({ reason: name.slice(0, 500) });
    await sonia.closes();
    await allIsSaid(database.db);
    expect(office.workspace.failures).toEqual([]);
    expect(office.workspace.warnings).toEqual([]);
    expectNoMarkup(office, [sonia, gus]);
  });
});
