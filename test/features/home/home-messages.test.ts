import { createDelegation, revokeDelegation } from '../../../src/features/coordinators/delegation';
import { addCourse } from '../../../src/features/courses/manage-courses';
import { archiveCustomer, restoreCustomer } from '../../../src/features/customers/archive-customer';
import { findAccount } from '../../../src/features/customers/customer-accounts.sql';
import { createCustomer, editCustomer } from '../../../src/features/customers/save-customer';
import { importSheet } from '../../../src/features/imports/import-sheet';
import { archiveProduct } from '../../../src/features/products/manage-products';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import type { Person } from '../../../src/playground/person';
import { withPlainSpaces } from '../../../src/playground/screen';
import { screenDatabases, type TestDatabase } from '../../support/databases';
import { type Office, openOffice } from '../../support/office';
import { admin, assigns, claire as claireIs, coordinator, MORNING, sales, sells } from '../../support/people';
import { allIsSaid } from '../../support/tables';
import { at, eventually } from '../../support/time';

const ACME = 'C0ACME00001';
const FORM = { channel: undefined, newChannel: undefined, timezone: 'Europe/Paris', locale: 'en', notes: undefined };
const NOAH = { teamId: 'T000000001', userId: 'U0NOAH00001' };
const WHEN = { now: MORNING, timezone: 'Europe/Paris', roles: USUAL_ROLES };

// No test opens a Home a second time.
describe.each(screenDatabases)('an open Home, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { startsAt: MORNING });
    await sells(database.db, { quantity: 3 });
    await allIsSaid(database.db);
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const shows = (person: Person) => withPlainSpaces(JSON.stringify(person.state.home ?? {}));
  const comesToShow = (person: Person, text: string) =>
    eventually(`${person.is.name} sees “${text}”`, () => shows(person).includes(text));
  const forgets = (person: Person, text: string) =>
    eventually(`${person.is.name} sees “${text}” no more`, () => !shows(person).includes(text));
  const opens = async (key: string, text: string) => {
    const person = office.workspace.person(key);
    await person.opensHome();
    await comesToShow(person, text);
    return person;
  };

  it('tells sales of a channel that breaks and is restored', async () => {
    const sonia = await opens('sonia', 'Acme: 3 seats left');
    const claire = office.workspace.person('claire');
    await claire.in(ACME).archives();
    await comesToShow(sonia, '1 customer channel can’t be reached');
    await claire.in(ACME).restores();
    await forgets(sonia, 'can’t be reached');
  });

  it('tells an administrator of a dead letter, and sales of its channel until a message arrives there', async () => {
    const ada = await opens('ada', 'Reminders last checked on');
    const sonia = await opens('sonia', 'Acme: 3 seats left');
    office.workspace.faults.next('chat.postMessage', { kind: 'error', error: 'is_archived' });
    office.workspace.clock.moveTo(MORNING.plus({ days: 1 }));
    await comesToShow(ada, '1 message couldn’t be delivered');
    await comesToShow(sonia, '1 customer channel can’t be reached');
    office.workspace.clock.moveTo(MORNING.plus({ days: 2 }));
    await forgets(sonia, 'can’t be reached');
  });

  it('tells an administrator when reminders have run and when every message is sent', async () => {
    await database.db('reminders').delete();
    const ada = await opens('ada', 'No reminders due yet');
    office.workspace.clock.moveTo(MORNING.plus({ days: 1 }));
    await comesToShow(ada, 'Reminders last checked on');
    await comesToShow(ada, 'All messages delivered');
  });

  it('shows a delegate the customer from the start of a delegation to its end, with every change', async () => {
    const { db } = database;
    const noah = await opens('noah', 'Press one of its buttons');
    const claire = await coordinator(db, claireIs);
    const days = { from: '2026-03-02', until: '2026-03-03' };
    const asking = { now: MORNING, identify: async () => ({ kind: 'person' as const, person: NOAH }) };
    const form = { customer: 'ACME', person: claireIs, delegate: NOAH.userId, ...days };
    const { delegation } = await createDelegation(db, form, claire, asking);
    await comesToShow(noah, '3 unassigned seats');
    await assigns(db);
    await comesToShow(noah, '2 unassigned seats');
    await revokeDelegation(db, delegation.id, claire, MORNING);
    await comesToShow(noah, 'Press one of its buttons');
  });

  it('reacts when a customer is created, renamed, archived and restored', async () => {
    const { db } = database;
    await db('courses').update({ hidden_at: '2026-01-01T00:00:00.000Z' });
    await db('customers').update({ archived_at: '2026-01-01T00:00:00.000Z' });
    const sonia = await opens('sonia', '• Customers: who buys them');
    await createCustomer(db, { ...FORM, name: 'Initech', code: 'INITECH' }, sales, MORNING);
    await forgets(sonia, '• Customers: who buys them');
    await restoreCustomer(db, 'ACME', sales, MORNING);
    await comesToShow(sonia, 'Acme: 3 seats left');
    const claire = await opens('claire', 'Acme');
    const { version = 0, channel } = (await findAccount(db, 'ACME')) ?? {};
    const renamed = { ...FORM, channel, name: 'Acme Renamed', customer: 'ACME', version };
    await editCustomer(db, renamed, sales, MORNING);
    await comesToShow(claire, 'Acme Renamed');
    await comesToShow(sonia, 'Acme Renamed: 3 seats left');
    await archiveCustomer(db, 'ACME', sales, MORNING);
    await forgets(claire, 'Acme');
    await forgets(sonia, 'Acme');
  });

  it('reacts to imports, even for a person who becomes a coordinator by one', async () => {
    const { db } = database;
    const noah = await opens('noah', 'Press one of its buttons');
    const limits = { products: [], quota: undefined, leftOut: [] };
    const row = { customer: 'ACME', teamId: NOAH.teamId, userId: NOAH.userId, ...limits };
    const coordinators = { kind: 'coordinators' as const, problems: [], rows: [{ row: 2, item: row }] };
    await db.transaction((tx) => importSheet(tx, coordinators, admin, MORNING));
    await comesToShow(noah, '3 unassigned seats');
    await assigns(db);
    await comesToShow(noah, 'Excel basics');
    const course = { shortname: 'EXCEL-1', name: 'Excel renamed', open: true };
    const courses = { kind: 'courses' as const, problems: [], rows: [{ row: 2, item: course }] };
    await db.transaction((tx) => importSheet(tx, courses, admin, MORNING));
    await comesToShow(noah, 'Excel renamed');
  });

  it('reacts when products and courses fix the errors of the catalogue', async () => {
    const { db } = database;
    await db('products').where({ code: 'ANY-SEAT' }).update({ end_date: '2026-01-01' });
    await db('product_courses').where({ pattern: 'FIRE' }).update({ pattern: 'SWIM', pattern_key: 'swim' });
    const ada = await opens('ada', '2 products have errors');
    await archiveProduct(db, 'ANY-SEAT', admin, WHEN);
    await comesToShow(ada, '1 product has errors');
    await addCourse(db, { shortname: 'SWIM', name: 'Swimming' }, admin, MORNING);
    await forgets(ada, 'errors');
  });

  it('counts months and days in the zone of the business', async () => {
    const { db } = database;
    // Already 1 April in Paris.
    const midnight = at('2026-03-31T22:30:00Z');
    office.workspace.clock.moveTo(midnight);
    await sells(db, { quantity: 2 }, midnight);
    await db('products').where({ code: 'ANY-SEAT' }).update({ end_date: '2026-03-31' });
    const ada = await opens('ada', 'This month: 1 order, 2 seats');
    expect(shows(ada)).toContain('1 product has errors');
  });
});
