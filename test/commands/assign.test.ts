import { screenDatabases, type TestDatabase } from '../support/databases';
import { type Office, openOffice } from '../support/office';
import { assigns, sells } from '../support/people';
import { count } from '../support/tables';
import { at } from '../support/time';

const ACME = 'C0ACME00001';
const NOW = '2026-03-02T23:30:00Z';
const NEW = { trainee: 'new', first_name: 'Bruno', last_name: 'Petit', email: 'Bruno.Petit@Example.com' };

describe.each(screenDatabases)('assigning a seat, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let now = NOW;

  beforeEach(async () => {
    now = NOW;
    database = await open();
    office = await openOffice(database.db, { now: () => at(now) });
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  it('starts today in the customer’s zone and ends after the product’s duration', async () => {
    await sells(database.db, { quantity: 2 }, at(NOW));
    const claire = office.workspace.person('claire');
    await claire.runs('/seats assign');
    await claire.submits({ ...NEW, course: 'EXCEL-1' });
    expect(claire.screen()).toContain('Bruno Petit a une place dans Excel basics');
    expect(claire.screen()).toContain('Du 3 mars 2026 au 30 août 2026');
    expect(claire.screen()).toContain('E-mail : bruno.petit@example.com');
  });

  it('takes a seat of the pool that expires first when none is chosen', async () => {
    await sells(database.db, { quantity: 1, assignBy: '2026-12-31' }, at(NOW));
    await sells(database.db, { quantity: 1, assignBy: '2026-04-30' }, at(NOW));
    const claire = office.workspace.person('claire');
    await claire.runs('/seats assign');
    await claire.submits({ ...NEW, course: 'EXCEL-2' });
    expect(claire.screen()).toContain('commande B0000000002');
  });

  it('assigns in one line when the trainee is known', async () => {
    await sells(database.db, { quantity: 2 }, at(NOW));
    await assigns(database.db, { trainee: { firstName: 'Ana', lastName: 'Costa', email: 'ana@example.com' } }, at(NOW));
    const claire = office.workspace.person('claire');
    await claire.runs('/seats assign ANA@example.com excel-2');
    expect(claire.screen()).toContain('Ana Costa a une place dans Excel formulas and tables');
    await claire.runs('/seats assign ana@example.com EXCEL-2');
    expect(claire.screen()).toContain(
      'Ana Costa est déjà dans Excel formulas and tables. Aucune place n’a été utilisée.',
    );
  });

  it('opens the prefilled form when the one line names an unknown trainee', async () => {
    await sells(database.db, { quantity: 1 }, at(NOW));
    const claire = office.workspace.person('claire');
    await claire.runs('/seats assign someone@example.com EXCEL-1');
    await claire.submits({ first_name: 'Some', last_name: 'One' });
    expect(claire.screen()).toContain('Some One a une place dans Excel basics');
  });

  it('explains an invalid one-line command', async () => {
    const claire = office.workspace.person('claire');
    await claire.runs('/seats assign EXCEL-1 please');
    expect(claire.screen()).toContain('Saisissez un e-mail et un cours');
  });

  it('offers only open courses that the chosen pool allows', async () => {
    await sells(database.db, { product: 'SAFETY-SEAT' }, at(NOW));
    await sells(database.db, { product: 'ANY-SEAT' }, at(NOW));
    const sonia = office.workspace.person('sonia');
    await sonia.runs('/seats assign', ACME);
    expect(await sonia.types('course', '')).toHaveLength(11);
    expect(await sonia.types('course', 'change')).toHaveLength(0);
    await sonia.chooses('pool', 'B0000000001');
    expect((await sonia.types('course', '')).map((option) => option.value)).toEqual(['FIRE', 'FIRST-AID']);
    await sonia.chooses('pool', 'auto');
    expect(await sonia.types('course', 'excel')).toHaveLength(3);
  });

  it('keeps typed input when the form changes for a new trainee', async () => {
    await sells(database.db, { quantity: 2 }, at(NOW));
    await assigns(database.db, {}, at(NOW));
    const claire = office.workspace.person('claire');
    await claire.runs('/seats assign');
    await claire.fills({ course: 'EXCEL-3', start_date: '2026-03-09' });
    await claire.chooses('trainee', 'new');
    await claire.submits({ first_name: 'Lea', last_name: 'Roux', email: 'lea@example.com' });
    expect(claire.screen()).toContain('Lea Roux a une place dans Excel for data analysis');
    expect(claire.screen()).toContain('Du 9 mars 2026');
  });

  it('refuses past and reversed days beside their fields, all at once', async () => {
    await sells(database.db, {}, at(NOW));
    const claire = office.workspace.person('claire');
    await claire.runs('/seats assign');
    await claire.submits({ ...NEW, course: 'EXCEL-1', start_date: '2026-03-02', end_date: '2026-03-01' });
    expect(claire.errors).toEqual({
      start_date: 'Le premier jour est passé. Choisissez aujourd’hui ou plus tard.',
      end_date: 'Le dernier jour est passé. Choisissez une date plus tardive.',
    });
    await claire.submits({ start_date: '2100-01-02', end_date: '9999-12-31' });
    const refused = 'Choisissez un jour entre le 3 mars 2026 et le 1er janvier 2100.';
    expect(claire.errors).toEqual({ start_date: refused, end_date: refused });
    await claire.submits({ start_date: '2026-03-20', end_date: '2026-03-10' });
    expect(claire.errors).toEqual({ end_date: 'Le dernier jour précède le premier.' });
  });

  it('refuses a course that has closed meanwhile, beside the course', async () => {
    await sells(database.db, {}, at(NOW));
    const claire = office.workspace.person('claire');
    await claire.runs('/seats assign');
    await claire.fills({ ...NEW, course: 'EXCEL-1' });
    await database.db('courses').where({ shortname: 'EXCEL-1' }).update({ hidden_at: '2026-03-02T23:31:00.000Z' });
    await claire.submits({});
    expect(claire.errors).toEqual({ course: 'Excel basics est fermé. Choisissez un autre cours.' });
  });

  it('refuses seats that expired while the form was open, beside the pool', async () => {
    const order = await sells(database.db, { assignBy: '2026-03-03' }, at(NOW));
    const claire = office.workspace.person('claire');
    await claire.runs('/seats list');
    await claire.clicks('Attribuer une place', { value: order.reference });
    await claire.fills({ ...NEW, course: 'EXCEL-1' });
    now = '2026-03-03T23:30:00Z';
    await claire.submits({ start_date: '2026-03-10' });
    expect(claire.errors.pool).toContain('ont expiré le 3 mars 2026');
  });

  it('says that no seat is left when another person took the last one', async () => {
    const order = await sells(database.db, {}, at(NOW));
    const claire = office.workspace.person('claire');
    await claire.runs('/seats list');
    await claire.clicks('Attribuer une place', { value: order.reference });
    await claire.fills({ ...NEW, course: 'EXCEL-2' });
    await assigns(database.db, {}, at(NOW));
    await claire.submits({});
    expect(claire.errors.pool).toContain('Il ne reste aucune place pour Excel');
  });

  it('explains a refusal even three modals deep', async () => {
    const order = await sells(database.db, { quantity: 2 }, at(NOW));
    await assigns(database.db, {}, at(NOW));
    const claire = office.workspace.person('claire');
    await claire.runs('/seats list');
    await claire.clicks('Voir les références');
    await claire.clicks('Attribuer une place');
    expect(claire.modals).toHaveLength(3);
    await assigns(database.db, { pool: order.reference }, at(NOW));
    await claire.chooses('trainee', 'new');
    await claire.finds('Il ne reste aucune place pour Excel');
    expect(office.workspace.failures.filter(({ text }) => text.includes('did not answer'))).toEqual([]);
  });

  it('shows the current list when the person returns to it', async () => {
    await sells(database.db, { quantity: 2 }, at(NOW));
    const claire = office.workspace.person('claire');
    await claire.runs('/seats list');
    await claire.clicks('Attribuer une place');
    await claire.submits({ ...NEW, course: 'EXCEL-1' });
    await claire.closes();
    await claire.finds('1 place à attribuer pour Acme');
    expect(claire.modal?.callback_id).toBe('list_seats');
  });
});

describe.each(screenDatabases)('assigning a seat where Moodle enrols people, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => at(NOW), moodle: true });
    await sells(database.db, { quantity: 2 }, at(NOW));
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  it('refuses names that Moodle does not take, beside their fields, before a seat is used', async () => {
    const claire = office.workspace.person('claire');
    await claire.runs('/seats assign');
    await claire.submits({ ...NEW, first_name: '<b>Bruno</b>', last_name: 'Petit <3', course: 'EXCEL-1' });
    const refused = 'Moodle n’accepte pas le signe « < » dans un nom. Retirez-le.';
    expect(claire.errors).toEqual({ first_name: refused, last_name: refused });
    expect(await count(database.db, 'assignments')).toBe(0);
    await claire.submits({ first_name: 'Bruno & Co > "B"', last_name: 'O’Petit' });
    expect(claire.errors).toEqual({});
    expect(await claire.finds('Inscrit')).toBe(true);
    expect(office.workspace.moodle.accounts.map(({ firstname }) => firstname)).toContain('Bruno & Co > "B"');
  });
});
