import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { fill, type Office, openOffice } from '../support/office';
import { MORNING } from '../support/people';
import { count } from '../support/tables';

const KYOTO = 'customers: [{ code: KYOTO, name: Kyoto, timezone: Asia/Tokyo }]';

describe.each(screenDatabases)('an order’s terms, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let ada: Person;

  beforeAll(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    await fill(database.db, KYOTO);
    ada = office.workspace.person('ada');
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  it('show the dates in the customer’s zone as soon as the customer is chosen', async () => {
    await ada.runs('/seats products');
    await ada.clicks('Paste parameters');
    // Midnight in Tokyo.
    await ada.submits({ parameters: 'starttime=1798729200&endtime=1830265200' });
    await ada.submits({ code: 'YEAR', name: 'A year' });
    expect(ada.screen()).toContain('Starts on 31 December 2026');
    await ada.closes({ all: true });
    await ada.runs('/seats generate', 'C0GENERAL01');
    await ada.chooses('product', 'YEAR');
    expect(ada.screen()).toContain('Starts on 31 December 2026\nEnds on 31 December 2027');
    await ada.chooses('customer', 'KYOTO');
    expect(ada.screen()).toContain('Starts on 1 January 2027\nEnds on 1 January 2028');
    await ada.submits({ quantity: '1' });
    expect(ada.screen()).toContain('1 seat generated for Kyoto');
    expect(ada.screen()).toContain('Starts on 1 January 2027\nEnds on 1 January 2028');
    await ada.closes({ all: true });
  });

  it('are shown again, and nothing is generated, when somebody changed them meanwhile', async () => {
    const sonia = office.workspace.person('sonia');
    const orders = () => count(database.db, 'orders');
    const before = await orders();
    await sonia.runs('/seats generate', 'C0GENERAL01');
    await sonia.chooses('customer', 'KYOTO');
    await sonia.chooses('product', 'EXCEL-SEAT');
    await fill(database.db, 'products: [{ code: EXCEL-SEAT, name: Excel, pack_size: 500, courses: [EXCEL-%] }]');
    await sonia.submits({ quantity: '3', reference: 'PO 7' });
    expect(sonia.screen()).toContain('Someone changed this product after you opened the form');
    expect(sonia.screen()).toContain('500 seats');
    expect(sonia.screen()).not.toContain('Now');
    expect(await orders()).toBe(before);
    await sonia.submits({});
    expect(sonia.screen()).toContain('1,500 seats generated for Kyoto');
    expect(sonia.screen()).toContain('PO 7');
    await sonia.closes({ all: true });
  });

  it('end within the days that can be typed, whatever is typed and promised', async () => {
    await fill(database.db, 'products: [{ code: CENTURY, name: A century, assign_within_days: 36500 }]');
    await ada.runs('/seats generate', 'C0GENERAL01');
    const form = { customer: 'KYOTO', product: 'CENTURY', quantity: '1' };
    await ada.submits({ ...form, assign_by: '2100-01-02' });
    expect(ada.errors).toEqual({ assign_by: 'Choose a day between 2 March 2026 and 1 January 2100.' });
    await ada.submits({ ...form, assign_by: '' });
    expect(ada.screen()).toContain('Assign by 1 January 2100');
  });
});
