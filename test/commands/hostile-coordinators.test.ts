import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { expectNoMarkup, names, rename, times } from '../support/hostile-names';
import { type Office, openOffice } from '../support/office';
import { MORNING } from '../support/people';
import { allIsSaid } from '../support/tables';

const GLOBEX = 'C0GLOBEX001';
const [GUS, SONIA] = ['U0GUS000001', 'U0SONIA0001'];

describe.each(screenDatabases)('messages about coordinators, on $name, with', ({ open }) => {
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
    await sonia.runs('/seats coordinators', GLOBEX);
    await sonia.clicks('Edit');
    await sonia.submits({ products: 'EXCEL-SEAT', quota: '7' });
    await sonia.clicks('While they are away');
    expect(times(sonia.screen(), shown)).toBeGreaterThanOrEqual(2);
    await sonia.submits({ person: SONIA, start_date: '2026-03-05', end_date: '2026-03-06' });
    expect(times(sonia.screen(), shown)).toBeGreaterThanOrEqual(2);
    await sonia.clicks('Add');
    await sonia.submits({ person: GUS });
    expect(sonia.errors.person?.slice(0, 200)).toContain(shown);
    await sonia.clicks('Back');
    await sonia.clicks('Remove');
    await sonia.clicks('Invite');
    expect(sonia.screen()).toContain(shown);
    await sonia.submits({ person: GUS, products: 'EXCEL-SEAT' });
    await allIsSaid(database.db);
    await gus.clicks('Accept', { channel: GLOBEX });
    await allIsSaid(database.db);
    expect(times(gus.screen(), shown)).toBeGreaterThanOrEqual(4);
    expect(office.workspace.failures).toEqual([]);
    expect(office.workspace.warnings).toEqual([]);
    expectNoMarkup(office, [sonia, gus]);
  });
});
