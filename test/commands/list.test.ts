import { screenDatabases, type TestDatabase } from '../support/databases';
import { type Office, openOffice } from '../support/office';
import { sells } from '../support/people';
import { at } from '../support/time';

const ACME = 'C0ACME00001';
const NOW = '2026-03-02T09:00:00Z';

describe.each(screenDatabases)('the list of unassigned seats, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => at(NOW) });
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  it('tells a coordinator without seats where seats come from', async () => {
    const claire = office.workspace.person('claire');
    await claire.runs('/seats list', ACME);
    expect(claire.screen()).toContain('Acme n’a pas encore de places. L’équipe commerciale les crée après une vente.');
  });

  it('groups pools by product, with count, courses, age and days left', async () => {
    await sells(
      database.db,
      { product: 'OFFICE-PACK', quantity: 2, assignBy: '2026-03-12' },
      at('2026-02-27T09:00:00Z'),
    );
    await sells(database.db, { quantity: 3, assignBy: '2026-06-30' }, at(NOW));
    await sells(database.db, { quantity: 1, assignBy: '2026-03-02' }, at(NOW));
    const sonia = office.workspace.person('sonia');
    await sonia.runs('/seats list', ACME);
    const screen = sonia.screen();
    expect(screen).toContain('24 unassigned seats for Acme');
    expect(screen.indexOf('Excel')).toBeLessThan(screen.indexOf('Office pack'));
    expect(screen).toContain('1 seat\nAssign by 2 March 2026 (today is the last day)');
    expect(screen.indexOf('1 seat\n')).toBeLessThan(screen.indexOf('3 seats\n'));
    expect(screen).toContain('20 seats\nAssign by 12 March 2026 (10 days left)');
    expect(screen).toContain('Valid for: Data protection at work, Excel basics, Excel for data analysis and 2 more');
    expect(screen).toContain('Order B0000000001, generated 3 days ago');
  });

  it('leaves out seats that are expired, used up or cancelled', async () => {
    await sells(database.db, { quantity: 5, assignBy: '2026-03-01' }, at('2026-02-01T09:00:00Z'));
    await sells(database.db, { quantity: 2 }, at(NOW));
    const claire = office.workspace.person('claire');
    await claire.runs('/seats list');
    const list = JSON.stringify(claire.modal);
    expect(list).toContain('2 places à attribuer pour Acme');
    expect(list).not.toContain('B0000000001');
  });

  it('filters by product and by course, and explains an empty result', async () => {
    await sells(database.db, { product: 'SAFETY-SEAT', quantity: 4 }, at(NOW));
    await sells(database.db, { quantity: 3 }, at(NOW));
    const sonia = office.workspace.person('sonia');
    await sonia.runs('/seats list', ACME);
    await sonia.chooses('filter_course', 'FIRE');
    expect(sonia.screen()).toContain('4 unassigned seats for Acme');
    await sonia.chooses('filter_product', 'EXCEL-SEAT');
    expect(sonia.screen()).toContain('No unassigned seats match.');
    await sonia.chooses('filter_course', 'all');
    expect(sonia.screen()).toContain('3 unassigned seats for Acme');
  });

  it('offers only the customer’s products and courses as filters', async () => {
    await sells(database.db, { product: 'SAFETY-SEAT' }, at(NOW));
    const claire = office.workspace.person('claire');
    await claire.runs('/seats list');
    const products = await claire.types('filter_product', '');
    expect(products.map((option) => option.value)).toEqual(['all', 'SAFETY-SEAT']);
    const courses = await claire.types('filter_course', '');
    expect(courses.map((option) => option.value)).toEqual(['all', 'FIRE', 'FIRST-AID']);
  });

  it('turns pages in both directions, beyond what one modal holds', async () => {
    for (let order = 0; order < 45; order += 1) await sells(database.db, { quantity: 1 }, at(NOW));
    const sonia = office.workspace.person('sonia');
    await sonia.runs('/seats list', ACME);
    expect(sonia.screen()).toContain('45 unassigned seats for Acme');
    expect(sonia.screen()).toContain('Page 1 of 3');
    expect(sonia.screen()).not.toContain('Previous page');
    await sonia.clicks('Next page');
    await sonia.clicks('Next page');
    expect(sonia.screen()).toContain('Page 3 of 3');
    expect(sonia.screen()).not.toContain('Next page');
    await sonia.clicks('Previous page');
    expect(sonia.screen()).toContain('Page 2 of 3');
    expect(office.workspace.failures).toEqual([]);
  });

  it('opens a pool’s seats and references, page by page, and returns to the list', async () => {
    await sells(database.db, { quantity: 31 }, at(NOW));
    const sonia = office.workspace.person('sonia');
    await sonia.runs('/seats list', ACME);
    await sonia.clicks('See references');
    expect(sonia.screen().match(/S-[0-9A-Z]{6} · unassigned/g)).toHaveLength(20);
    await sonia.clicks('Next page');
    expect(sonia.screen().match(/S-[0-9A-Z]{6} · unassigned/g)).toHaveLength(11);
    await sonia.closes();
    expect(sonia.screen()).toContain('31 unassigned seats for Acme');
  });

  it('asks sales for the customer outside a customer’s channel', async () => {
    await sells(database.db, { quantity: 2 }, at(NOW));
    const sonia = office.workspace.person('sonia');
    await sonia.runs('/seats list', 'C0GENERAL01');
    expect(sonia.screen()).toContain('Choose a customer to see their seats.');
    await sonia.chooses('customer', 'ACME');
    expect(sonia.screen()).toContain('2 unassigned seats for Acme');
    await sonia.chooses('customer', 'GLOBEX');
    expect(sonia.screen()).toContain('Globex has no seats yet.');
  });
});
