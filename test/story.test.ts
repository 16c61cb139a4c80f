import { screenDatabases, type TestDatabase } from './support/databases';
import { type Office, openOffice } from './support/office';
import { eventually } from './support/time';

const GLOBEX = 'C0GLOBEX001';

describe.each(screenDatabases)('from sale to seat, on $name', ({ open }) => {
  describe.each(['http', 'socket'] as const)('over %s', (transport) => {
    let database: TestDatabase;
    let office: Office;

    beforeAll(async () => {
      database = await open();
      office = await openOffice(database.db, { transport });
    });

    afterAll(async () => {
      await office?.close();
      await database?.close();
    });

    it('lets sales generate twenty seats, and shows them in the customer’s channel', async () => {
      const sonia = office.workspace.person('sonia');
      const gus = office.workspace.person('gus');
      await sonia.runs('/seats generate');
      expect(await sonia.types('customer', 'glo')).toHaveLength(1);
      await sonia.chooses('product', 'EXCEL-SEAT');
      await sonia.submits({ customer: 'GLOBEX', product: 'EXCEL-SEAT', quantity: '20' });
      expect(sonia.screen()).toContain('20 seats generated for Globex (order B0000000001)');
      await eventually('the channel shows the order', () => gus.sees('B0000000001'));
      expect(gus.screen()).toContain('20 new seats to assign for Globex');
    });

    it('lets a coordinator from another company’s workspace assign one with the button', async () => {
      const gus = office.workspace.person('gus');
      await gus.clicks('Assign a seat', { channel: GLOBEX });
      await gus.submits({
        trainee: 'new',
        first_name: 'Alice',
        last_name: 'Martin',
        email: 'Alice.Martin@example.com',
        course: 'EXCEL-1',
      });
      expect(gus.screen()).toMatch(/Alice Martin has a seat in Excel basics\s+Seat S-[0-9A-Z]{6}/);
      await gus.closes();
      await eventually('the message follows', () => gus.sees('19 of 20 seats left'));
    });

    it('lists nineteen', async () => {
      const gus = office.workspace.person('gus');
      await gus.clicks('See seats', { channel: GLOBEX });
      expect(gus.screen()).toContain('19 unassigned seats for Globex');
      expect(gus.screen()).toContain('19 seats');
      await gus.closes();
    });

    it('refuses the same trainee in the same course beside the field, and uses no seat', async () => {
      const gus = office.workspace.person('gus');
      await gus.clicks('Assign a seat', { channel: GLOBEX });
      const [, alice] = await gus.types('trainee', 'alice');
      await gus.submits({ trainee: alice?.value ?? '', course: 'EXCEL-1' });
      expect(gus.errors).toEqual({ trainee: 'Alice Martin is already in Excel basics. No seat was used.' });
      await gus.closes();
      await gus.clicks('See seats', { channel: GLOBEX });
      expect(gus.screen()).toContain('19 unassigned seats for Globex');
      await gus.closes();
    });
  });
});
