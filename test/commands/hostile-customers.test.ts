import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { expectNoMarkup, names, rename, times } from '../support/hostile-names';
import { type Office, openOffice } from '../support/office';

describe.each(screenDatabases)('customers, on $name, named with', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let sonia: Person;

  beforeAll(async () => {
    database = await open();
    office = await openOffice(database.db);
    sonia = office.workspace.person('sonia');
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  it.each(Object.entries(names))('%s are shown unchanged', async (_, name) => {
    const shown = name.slice(0, 40);
    await rename(database, name);
    await sonia.runs(`/seats customers ${name}`);
    expect(sonia.modal?.callback_id).toBe('customers');
    await sonia.closes();
    await sonia.runs('/seats customers globex');
    expect(sonia.screen()).toContain(shown);
    await sonia.clicks('Open');
    await sonia.finds('Code: GLOBEX');
    await sonia.clicks('Edit');
    await sonia.submits({ name: name.slice(0, 200), notes: name.slice(0, 1_000), new_channel: '' });
    expect(sonia.errors).toEqual({});
    expect(times(sonia.screen(), shown)).toBeGreaterThanOrEqual(2);
    await sonia.closes({ all: true });
    // The list below the card refreshes, and may already be closed.
    const late = 'Slack refused views.update: not_found';
    expect(office.workspace.failures.filter(({ text }) => text !== late)).toEqual([]);
    expect(office.workspace.warnings).toEqual([]);
    expectNoMarkup(office, [sonia]);
  });
});
