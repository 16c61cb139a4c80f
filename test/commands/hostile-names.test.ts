import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { expectNoMarkup, names, rename, times } from '../support/hostile-names';
import { type Office, openOffice } from '../support/office';
import { eventually } from '../support/time';

const GLOBEX = 'C0GLOBEX001';
describe.each(screenDatabases)('customers, products, courses and trainees, on $name, named with', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let sonia: Person;
  let gus: Person;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db);
    [sonia, gus] = [office.workspace.person('sonia'), office.workspace.person('gus')];
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  it.each(Object.entries(names))('%s are shown unchanged', async (_, name) => {
    const shown = name.slice(0, 40);
    await rename(database, name);
    await sonia.runs('/seats generate');
    expect((await sonia.types('customer', 'GLOBEX')).map(({ text }) => text.text.slice(0, 40))).toEqual([shown]);
    await sonia.chooses('product', 'EXCEL-SEAT');
    await sonia.submits({ customer: 'GLOBEX', product: 'EXCEL-SEAT', quantity: '3', reference: name.slice(0, 200) });
    expect(sonia.screen()).toMatch(/order B0000000001/);
    expect(times(sonia.screen(), shown)).toBeGreaterThanOrEqual(3);
    await sonia.closes();
    await eventually('the channel shows the order', () => gus.sees('order B0000000001'));
    expect(times(gus.screen(), shown)).toBeGreaterThanOrEqual(2);

    await gus.clicks('Assign a seat', { channel: GLOBEX });
    const trainee = { first_name: name.slice(0, 100), last_name: name.slice(0, 100), email: 'a`b*c_d~e&f@example.com' };
    await gus.submits({ trainee: 'new', ...trainee, course: 'EXCEL-1' });
    expect(gus.screen()).toMatch(/Seat S-[0-9A-Z]{6}/);
    expect(gus.sees('a`b*c_d~e&f@example.com')).toBe(true);
    await gus.clicks('See seats');
    expect(times(gus.modal ? gus.screen() : '', shown)).toBeGreaterThanOrEqual(2);
    await gus.clicks('See references');
    expect(gus.screen()).toContain(name.slice(0, 20));
    await gus.clicks('Assign a seat');
    expect((await gus.types('trainee', 'a`b')).map(({ description }) => description?.text)).toContain(trainee.email);
    expect((await gus.types('pool', '')).at(-1)?.text.text).toContain(shown.slice(0, 30));

    await sonia.runs(`/seats assign ${trainee.email} EXCEL-2`, GLOBEX);
    expect(sonia.screen()).toMatch(/\(only visible to you\): [\s\S]*\nSeat S-/);
    await sonia.runs(`/seats ${name}`);
    await cancelsWithReason(sonia, name);
    expect(office.workspace.failures).toEqual([]);
    expect(office.workspace.warnings).toEqual([]);
    expectNoMarkup(office, [sonia, gus]);
  });
});

async function cancelsWithReason(sonia: Person, reason: string): Promise<void> {
  await sonia.runs('/seats generate');
  await sonia.submits({ customer: 'GLOBEX', product: 'EXCEL-SEAT', quantity: '2' });
  await sonia.clicks('Cancel this order');
  await sonia.submits({ reason: reason.slice(0, 500) });
  expect(sonia.screen()).toContain('Order B0000000002 is cancelled');
}
