import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { fill, type Office, openOffice } from '../support/office';
import { assigns, MORNING, sells } from '../support/people';
import { eventually } from '../support/time';

const LONG = 'Wilhelmina-Alexandra';
const SHORTNAME = `EXCEL-${'X'.repeat(144)}`;

describe.each(screenDatabases)('large amounts, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let claire: Person;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    claire = office.workspace.person('claire');
  });

  afterEach(async () => {
    const { failures, warnings } = office.workspace;
    await office.close();
    await database.close();
    expect([...failures, ...warnings]).toEqual([]);
  });

  it('the seats of an order are all shown, page by page, however long the names', async () => {
    const course = { shortname: `EXCEL-${'Y'.repeat(60)}`, name: 'Long' };
    await fill(database.db, JSON.stringify({ courses: [course] }));
    await sells(database.db, { quantity: 31 });
    const seats: string[] = [];
    for (let index = 0; index < 30; index += 1) {
      const trainee = { firstName: LONG, lastName: `${LONG} ${index}`, email: `w${index}@example.com` };
      const wish = { course: course.shortname, trainee, start: '2026-09-30', end: '2027-09-30' };
      seats.push((await assigns(database.db, wish)).seat);
    }
    await claire.runs('/seats list', 'C0ACME00001');
    await claire.clicks('Voir les références');
    const seen = [claire.screen()];
    while (claire.sees('[Page suivante]')) {
      await claire.clicks('Page suivante');
      seen.push(claire.screen());
    }
    expect(seats.filter((seat) => !seen.join().includes(seat))).toEqual([]);
  });

  it('every order of a long list is on one of its pages', async () => {
    const orders: string[] = [];
    for (let index = 0; index < 45; index += 1) orders.push((await sells(database.db)).reference);
    await claire.runs('/seats list', 'C0ACME00001');
    const seen: string[] = [];
    for (const page of [1, 2, 3]) {
      seen.push(...new Set(claire.screen().match(/B\d{10}(?=,)/g)));
      expect(claire.sees('45 places à attribuer')).toBe(true);
      if (page < 3) await claire.clicks('Page suivante');
    }
    expect(seen.sort()).toEqual(orders);
    const hasty = office.workspace.person('claire', { patienceMs: 100 });
    await expect(hasty.clicks('Page suivante')).rejects.toThrow('no button');
    await claire.clicks('Page précédente');
    expect(claire.sees('Page 2 sur 3')).toBe(true);
  });

  it('a board and a reminder of many products name the first ones and count the rest', async () => {
    const codes = Array.from({ length: 24 }, (_, index) => `P${index + 10}`);
    const products = codes.map((code) => ({ code, name: `${code} ${LONG.repeat(20)}` }));
    await fill(database.db, JSON.stringify({ products }));
    for (const product of codes) await sells(database.db, { product, assignBy: '2026-03-31' });
    await claire.runs('/seats reminders', 'C0ACME00001');
    await claire.clicks('M’envoyer un essai');
    const test = () => claire.messages(claire.is.directId).at(-1);
    await eventually('the test arrives', () => test()?.text.startsWith('24 places à attribuer pour Acme') === true);
    expect(JSON.stringify(test()?.blocks)).toContain('et 12 autres produits');
    await eventually('the board is there', () => claire.sees('et 4 autres produits'));
  });

  it('a course with the longest short name can be found and assigned', async () => {
    await fill(database.db, JSON.stringify({ courses: [{ shortname: SHORTNAME, name: 'Long' }] }));
    await sells(database.db);
    await claire.runs('/seats assign', 'C0ACME00001');
    expect((await claire.types('course', 'long')).map(({ text }) => text.text)).toEqual(['Long']);
    const [course] = await claire.types('course', 'long');
    const trainee = { trainee: 'new', first_name: 'Al', last_name: 'Ice', email: 'alice@example.com' };
    await claire.submits({ ...trainee, course: course?.value ?? '' });
    expect(claire.screen()).toMatch(/S-[0-9A-Z]{6}/);
  });
});
