import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { type Office, openOffice } from '../support/office';

const GENERAL = 'C0GENERAL01';
const NO_CUSTOMER = 'There are no customers yet. Create the first one: /seats customers.';

describe.each(screenDatabases)('a new installation, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let sonia: Person;

  beforeAll(async () => {
    database = await open();
    office = await openOffice(database.db, { catalogue: 'none' });
    sonia = office.workspace.person('sonia');
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  it.each(['generate', 'list', 'assign', 'ask', 'coordinators', 'reminders'])(
    'asks for the first customer instead of offering an empty list: /seats %s',
    async (word) => {
      await sonia.runs(`/seats ${word}`, GENERAL);
      expect(sonia.modal).toBeUndefined();
      expect(sonia.screen()).toContain(NO_CUSTOMER);
    },
  );

  it('asks for the first product once there is a customer', async () => {
    await sonia.runs('/seats customers', GENERAL);
    await sonia.clicks('New customer');
    await sonia.submits({ name: 'Acme' });
    await sonia.closes({ all: true });
    await sonia.runs('/seats generate', GENERAL);
    expect(sonia.screen()).toContain('There are no products to sell yet. An administrator can create the first one');
  });
});
