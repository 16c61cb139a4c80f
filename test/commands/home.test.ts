import { toInstant } from '../../src/core/time';
import { addCoordinator } from '../../src/features/coordinators/coordinators.sql';
import { checkProducts } from '../../src/features/products/check-products';
import { findProduct } from '../../src/features/products/products.sql';
import { askForSeats } from '../../src/features/requests/ask-for-seats';
import { grantRole, revokeRole } from '../../src/features/roles/granted-roles.sql';
import { USUAL_ROLES } from '../../src/moodle/moodle-role';
import type { Person } from '../../src/playground/person';
import { withPlainSpaces } from '../../src/playground/screen';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { fill, type Office, openOffice } from '../support/office';
import { ada, admin, assigns, claire as claireIs, colleague, coordinator, MORNING, sells } from '../support/people';
import { allIsSaid, count } from '../support/tables';
import { eventually } from '../support/time';

const noahIs = { teamId: 'T000000001', userId: 'U0NOAH00001' };

describe.each(screenDatabases)('the Home, on $name', ({ open }) => {
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

  const shows = (person: Person) => withPlainSpaces(JSON.stringify(person.state.home ?? {}));
  /** Opens the Home, and waits for the text. */
  const opens = async (key: string, text: string) => {
    const person = office.workspace.person(key);
    await person.opensHome();
    await eventually(`${key} sees “${text}”`, () => shows(person).includes(text));
    return person;
  };

  it('of a coordinator shows the unassigned seats, the next to expire and the latest trainee, and updates', async () => {
    await sells(database.db, { quantity: 3, assignBy: '2026-03-31' });
    await sells(database.db, { quantity: 2, product: 'ANY-SEAT', assignBy: '2026-06-30' });
    const claire = await opens('claire', '5 places à attribuer');
    expect(shows(claire)).toContain('3 expirent en premier : à attribuer au plus tard le 31 mars 2026');
    const trainee = { firstName: 'Bea', lastName: 'Stone', email: 'bea@acme.example' };
    await assigns(database.db, { trainee });
    await eventually('it follows', () => shows(claire).includes('4 places à attribuer'));
    expect(shows(claire)).toContain('2 mars 2026 : Bea Stone, ');
    expect(shows(claire)).not.toContain('Ventes');
  });

  it('of a coordinator of some products hides trainees of other products', async () => {
    const excel = await findProduct(database.db, 'EXCEL-SEAT');
    await addCoordinator(database.db, 1, noahIs, { products: [excel?.id ?? 0], quota: undefined });
    await sells(database.db);
    const { reference } = await sells(database.db, { product: 'ANY-SEAT', quantity: 2 });
    await assigns(database.db, { trainee: { firstName: 'Bea', lastName: 'Stone', email: 'bea@acme.example' } });
    const hidden = { firstName: 'Quentin', lastName: 'Quagga', email: 'quagga@acme.example' };
    await assigns(database.db, { pool: reference, course: 'WORD-1', trainee: hidden });
    const noah = await opens('noah', 'Bea Stone');
    expect(shows(noah)).not.toMatch(/Quagga|Word/);
    expect(shows(await opens('claire', 'Quentin Quagga'))).toContain('Bea Stone');
  });

  it('of a coordinator opens the forms for the customer that it shows', async () => {
    await sells(database.db, { quantity: 3 });
    const claire = await opens('claire', '3 places à attribuer');
    await claire.clicks('Attribuer une place');
    expect(claire.modal?.callback_id).toBe('assign_seat');
  });

  it('of a coordinator of many customers has pages', async () => {
    const customers = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'].map((code) => ({
      code,
      name: `Customer ${code}`,
      coordinators: [{ team: claireIs.teamId, user: claireIs.userId }],
    }));
    await fill(database.db, JSON.stringify({ customers }));
    const claire = await opens('claire', 'Page 1 sur 2');
    expect(shows(claire)).not.toContain('Customer P6');
    await claire.clicks('Page suivante');
    await eventually('the page is turned', () => shows(claire).includes('Page 2 sur 2'));
    expect(shows(claire)).toContain('Customer P6');
  });

  it('of sales shows orders, requests, broken channels and seats left, and updates', async () => {
    const sonia = await opens('sonia', 'No open requests');
    expect(shows(sonia)).toContain('This month: 0 orders, 0 seats');
    await sells(database.db, { quantity: 4 });
    await eventually('it follows the sale', () => shows(sonia).includes('This month: 1 order, 4 seats'));
    for (let seat = 0; seat < 3; seat += 1) await assigns(database.db);
    await eventually('it follows what is left', () => shows(sonia).includes('Acme: 1 seat left'));
    const form = { customer: 'ACME', product: 'EXCEL-SEAT', seats: 30, reason: undefined };
    await askForSeats(database.db, form, await coordinator(database.db, claireIs), MORNING);
    await eventually('it follows the request', () => shows(sonia).includes('30 Excel seats for Acme'));
    await database.db('customers').where({ code: 'GLOBEX' }).update({ channel_error: 'is_archived' });
    await sonia.opensHome();
    await eventually('it tells what is broken', () => shows(sonia).includes('1 customer channel can’t be reached'));
    expect(shows(sonia)).not.toContain('Health');
  });

  it('of sales pages customers by seats left, separately from coordinated ones, and opens forms for them', async () => {
    const own = { teamId: 'T000000001', userId: 'U0SONIA0001' };
    const coordinators = [{ team: own.teamId, user: own.userId }];
    const codes = Array.from({ length: 12 }, (_, index) => `P${index + 10}`);
    const customers = codes.map((code) => ({ code, name: `Customer ${code}`, coordinators }));
    await fill(database.db, JSON.stringify({ customers }));
    for (const [index, customer] of codes.entries()) await sells(database.db, { customer, quantity: 12 - index });
    await allIsSaid(database.db);
    const sonia = await opens('sonia', 'Customer P21: 1 seat left');
    expect(shows(sonia)).not.toContain('Customer P11: 11 seats left');
    await sonia.clicks('Next page', { actionId: 'home_stock_next' });
    await eventually('the page is turned', () => shows(sonia).includes('Customer P11: 11 seats left'));
    expect(shows(sonia)).toContain('Page 1 of 3');
    await sells(database.db, { customer: 'P10' });
    await eventually('it stays on that page and follows', () => shows(sonia).includes('Customer P10: 13 seats left'));
    await sonia.clicks('Generate seats', { value: 'customer:P11' });
    expect(JSON.stringify(sonia.modal)).toContain('Customer P11');
  });

  it('of administrators shows the health of the service', async () => {
    await sells(database.db);
    await allIsSaid(database.db);
    const ada = await opens('ada', 'All messages delivered');
    expect(shows(ada)).toContain('Reminders last checked on');
    await database.db('outbox').where({ kind: 'order.announce' }).update({ state: 'dead' });
    await database.db('products').where({ code: 'ANY-SEAT' }).update({ end_date: '2026-01-01' });
    await database.db('product_courses').where({ pattern: 'EXCEL-%' }).update({ pattern: 'NONE', pattern_key: 'none' });
    const named = [
      ...['PUPIL', 'GUARD'].map((code, at) => ({ code, name: code, [at ? 'supervisor_role' : 'role']: 'pupil' })),
      ...['345', 'EXCEL_', 'EXCEL__', 'EXCEL_%', 'A_1'].map((entry, at) => ({
        code: `E${at}`,
        name: 'E',
        courses: [entry],
      })),
    ];
    await fill(database.db, JSON.stringify({ products: named, courses: [{ shortname: 'A_1', name: 'A' }] }));
    await ada.opensHome();
    await eventually('it counts what was given up', () => shows(ada).includes('1 message couldn’t be delivered'));
    const moment = { now: MORNING, timezone: 'UTC', roles: USUAL_ROLES };
    const wrong = (await checkProducts(database.db, admin, moment)).filter(({ findings }) =>
      findings.some(({ level }) => level === 'error'),
    );
    expect(wrong.map(({ product }) => product.code)).toEqual(expect.arrayContaining(['PUPIL', 'GUARD', 'E0', 'E1']));
    expect(wrong).toHaveLength(7);
    expect(shows(ada)).toContain(`${wrong.length} products have errors`);
  });

  it.each([
    ['Approve', 1],
    ['Decline', 0],
  ])('of sales answers access requests with %s, and then removes them', async (answer, letIn) => {
    const sonia = await opens('sonia', 'This month');
    const noah = office.workspace.person('noah');
    await noah.runs('/seats list', 'C0ACME00001');
    await noah.clicks('Ask for access', { channel: 'C0ACME00001' });
    await eventually('it follows', () => shows(sonia).includes('1 request for access'));
    // Pressed on the Home, not on a message in a channel.
    await sonia.clicks(answer, { channel: '' });
    expect(sonia.modal).toBeDefined();
    await eventually('it is done', () => !shows(sonia).includes('request for access'));
    expect(await count(database.db, 'coordinators', { user_id: noah.is.userId })).toBe(letIn);
  });

  it('of a person without a role says how to get one, and changes as a role comes and goes', async () => {
    const noah = await opens('noah', 'Press one of its buttons');
    const identity = { teamId: noah.is.team.id, userId: noah.is.userId };
    await grantRole(database.db, { to: identity, role: 'sales', by: ada, at: toInstant(MORNING) });
    await noah.opensHome();
    await eventually('it shows sales', () => shows(noah).includes('This month: 0 orders'));
    await revokeRole(database.db, identity, 'sales');
    await sells(database.db);
    await eventually('it shows nothing any more', () => shows(noah).includes('Press one of its buttons'));
    expect(shows(noah)).not.toContain('This month');
  });

  it('is refreshed only for people who have opened it', async () => {
    await opens('claire', 'Places de formation');
    await sells(database.db);
    await allIsSaid(database.db);
    const refreshed = await database.db('outbox').where({ kind: 'home.refresh' }).pluck('subject');
    expect([...new Set(refreshed)]).toEqual([`${claireIs.teamId}/${claireIs.userId}`]);
    expect(refreshed).not.toContain(`${colleague.teamId}/${colleague.userId}`);
    expect(await count(database.db, 'homes')).toBe(1);
  });
});
