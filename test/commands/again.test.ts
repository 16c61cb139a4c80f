import type { Person } from '../../src/playground/person';
import { withPlainSpaces } from '../../src/playground/screen';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged } from '../support/forged-press';
import { fill, type Office, openOffice } from '../support/office';
import { assigns, aTrainee, MORNING, sells } from '../support/people';
import { allIsSaid } from '../support/tables';

const ACME = 'C0ACME00001';
const GENERAL = 'C0GENERAL01';
const PURCHASE = 'PO-4711/b';

describe.each(screenDatabases)('one order after another, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let claire: Person;
  let sonia: Person;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    claire = office.workspace.person('claire');
    sonia = office.workspace.person('sonia');
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const chosen = (who: Person, field: string) => {
    const held = who.modal?.state.values[field]?.[field]?.selected_option;
    return (held as { value?: string } | null | undefined)?.value;
  };
  const assignsOne = async () => {
    const { firstName, lastName, email } = aTrainee();
    await claire.chooses('trainee', 'new');
    await claire.submits({ first_name: firstName, last_name: lastName, email, course: 'EXCEL-2' });
    expect(claire.screen()).toContain(`${lastName} a une place dans Excel formulas and tables`);
  };

  describe('the customer’s own reference', () => {
    const shows = (who: Person) =>
      expect(who.screen().split('\n\n')[0]).toMatch(/(Bon de commande|Purchase order) ?: PO-4711\/b/);

    it('stands on the order’s message and wherever orders are listed', async () => {
      await sonia.runs('/seats generate', ACME);
      const sale = { customer: 'ACME', product: 'EXCEL-SEAT', quantity: '2', assign_by: '2026-03-09' };
      await sonia.submits({ ...sale, reference: PURCHASE });
      expect(sonia.screen()).toContain(`Purchase order: ${PURCHASE}`);
      await sonia.closes();
      await allIsSaid(database.db);
      const message = claire.messages(ACME).find(({ text }) => text.includes('B0000000001'));
      expect(withPlainSpaces(JSON.stringify(message?.blocks))).toContain(`B0000000001 · Bon de commande : ${PURCHASE}`);
      await claire.runs('/seats list', ACME);
      shows(claire);
      await claire.clicks('Voir les références');
      shows(claire);
      await claire.clicks('Attribuer une place');
      shows(claire);
      expect(JSON.stringify(await claire.types('pool', ''))).toContain(`· ${PURCHASE} ·`);
      await assignsOne();
      shows(claire);
      await claire.closes({ all: true });
      await pressesForged(sonia, { action: 'open_customer', value: 'ACME', channel: GENERAL });
      shows(sonia);
    });

    it('is in what the seller is told', async () => {
      await sells(database.db, { externalReference: PURCHASE, assignBy: '2026-03-09' });
      await assigns(database.db);
      await allIsSaid(database.db);
      const told = sonia.messages(sonia.is.directId).map(({ text }) => text);
      expect(told.join()).toContain(`(Excel). Purchase order: ${PURCHASE}`);
    });
  });

  describe('“Assign another”', () => {
    it('keeps the course, the order and the customer', async () => {
      await sells(database.db, { quantity: 3 });
      await pressesForged(claire, { action: 'open_assign', value: 'B0000000001', channel: GENERAL });
      await assignsOne();
      await claire.clicks('En attribuer une autre');
      expect([chosen(claire, 'course'), chosen(claire, 'pool')]).toEqual(['EXCEL-2', 'B0000000001']);
      await assignsOne();
    });

    it('goes on with another order of the customer when that one is used up', async () => {
      await sells(database.db, { quantity: 1 });
      await sells(database.db, { quantity: 1 });
      await pressesForged(sonia, { action: 'open_assign', value: 'B0000000001', channel: GENERAL });
      const bob = { first_name: 'Bob', last_name: 'Low', email: 'bob@example.com' };
      await sonia.submits({ trainee: 'new', ...bob, course: 'EXCEL-2' });
      await sonia.clicks('Assign another');
      expect(sonia.screen()).toContain('Assign a seat');
      expect([chosen(sonia, 'customer'), chosen(sonia, 'course')]).toEqual(['ACME', 'EXCEL-2']);
      await sonia.chooses('trainee', 'new');
      await sonia.submits({ ...bob, email: 'bob2@example.com' });
      expect(sonia.screen()).toContain('order B0000000002');
    });

    it('drops a course that the remaining seats do not allow, or that has been closed', async () => {
      await sells(database.db, { product: 'EXCEL-SEAT', quantity: 2 });
      await pressesForged(claire, { action: 'open_assign', value: 'B0000000001', channel: GENERAL });
      await assignsOne();
      await fill(database.db, JSON.stringify({ courses: [{ shortname: 'EXCEL-2', name: 'Closed', open: false }] }));
      await claire.clicks('En attribuer une autre');
      expect([chosen(claire, 'course'), chosen(claire, 'pool')]).toEqual([undefined, 'B0000000001']);
    });

    it('says so when the customer has no seat left', async () => {
      await sells(database.db, { quantity: 1 });
      await pressesForged(claire, { action: 'open_assign', value: 'B0000000001', channel: GENERAL });
      await assignsOne();
      await claire.clicks('En attribuer une autre');
      expect(claire.screen()).toContain('Acme n’a plus de place à attribuer.');
    });
  });

  describe('“Generate seats”', () => {
    it('of an order that is used up keeps customer and product', async () => {
      await sells(database.db, { product: 'OFFICE-PACK', quantity: 1 });
      for (const _ of Array.from({ length: 10 })) await assigns(database.db, { course: 'EXCEL-1' });
      await allIsSaid(database.db);
      await sonia.clicks('Generate seats', { channel: sonia.is.directId });
      expect([chosen(sonia, 'customer'), chosen(sonia, 'product')]).toEqual(['ACME', 'OFFICE-PACK']);
      await sonia.submits({ quantity: '1' });
      expect(sonia.screen()).toContain('10 seats generated for Acme (order B0000000002)');
      await sonia.clicks('Generate more');
      expect([chosen(sonia, 'customer'), chosen(sonia, 'product')]).toEqual(['ACME', 'OFFICE-PACK']);
    });

    it('does not offer a product that is archived by now', async () => {
      await sells(database.db, { quantity: 1 });
      await assigns(database.db);
      await allIsSaid(database.db);
      await database.db('products').where({ code: 'EXCEL-SEAT' }).update({ archived_at: '2026-03-01T00:00:00.000Z' });
      await sonia.clicks('Generate seats', { channel: sonia.is.directId });
      expect([chosen(sonia, 'customer'), chosen(sonia, 'product')]).toEqual(['ACME', undefined]);
    });

    it('from a list without seats keeps the customer', async () => {
      await pressesForged(sonia, { action: 'open_list', value: 'customer:ACME', channel: GENERAL });
      await sonia.clicks('Generate seats');
      expect(chosen(sonia, 'customer')).toBe('ACME');
    });
  });

  describe('“Ask for more seats”', () => {
    it('from the Home or a list without seats keeps the customer, also for somebody who has several', async () => {
      await fill(
        database.db,
        'customers: [{ code: TWO, name: Two, coordinators: [{ team: T000000001, user: U0CLAIRE001 }] }]',
      );
      await sells(database.db, { quantity: 1 });
      await assigns(database.db);
      await pressesForged(claire, { action: 'open_list', value: 'customer:ACME', channel: GENERAL });
      await claire.clicks('Demander d’autres places');
      expect(claire.screen()).toContain('Produit');
      await claire.closes({ all: true });
      await claire.opensHome();
      await pressesForged(claire, { action: 'ask_for_seats', value: 'customer:ACME', channel: GENERAL });
      expect(claire.screen()).toContain('Produit');
    });
  });
});
