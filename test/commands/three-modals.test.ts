import { screenDatabases, type TestDatabase } from '../support/databases';
import { type Office, openOffice } from '../support/office';
import { MORNING, sells } from '../support/people';

const ACME = 'C0ACME00001';

describe.each(screenDatabases)('a stack of three modals, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  it('makes room for the next one: from the list to a seat, back to the list, and to the form again', async () => {
    await sells(database.db, { quantity: 5 });
    const sonia = office.workspace.person('sonia');
    await sonia.runs('/seats list', ACME);
    await sonia.clicks('Assign a seat');
    await sonia.submits({ first_name: 'Lea', last_name: 'Roux', email: 'lea@example.com', course: 'EXCEL-1' });
    await sonia.clicks('See seats');
    await sonia.clicks('See references');
    expect(sonia.modals).toHaveLength(3);
    await sonia.clicks('Assign a seat');
    expect(sonia.modals).toHaveLength(3);
    await sonia.chooses('trainee', 'new');
    await sonia.submits({ first_name: 'Max', last_name: 'Roux', email: 'max@example.com', course: 'EXCEL-2' });
    expect(sonia.screen()).toContain('Max Roux has a seat in Excel formulas and tables');
    await sonia.closes();
    expect(await sonia.finds('Max Roux · Excel formulas')).toBe(true);
  });
});
