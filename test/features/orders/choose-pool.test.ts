import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { assigns, refusal, sells } from '../../support/people';
import { at } from '../../support/time';

const PRODUCTS = `
courses:
  - { shortname: EXCEL-1, name: Excel basics }
  - { shortname: EXCEL-2, name: Excel formulas }
  - { shortname: WORD-1, name: Word basics }
products:
  - { code: ANY, name: Any course }
  - { code: EXCEL, name: Excel, courses: [EXCEL-%] }
  - { code: ONE, name: Excel basics only, courses: [excel-1] }
  - { code: WIDE, name: As wide as any, courses: ["%"] }
customers: [{ code: ACME, name: Acme, coordinators: [{ team: T000000001, user: U0CLAIRE001 }] }]`;

describe.each(eachDatabase)('a seat chosen automatically, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db, PRODUCTS);
  });

  afterEach(() => database?.close());

  const sold = async (product: string, assignBy?: string) =>
    (await sells(database.db, { product, assignBy })).reference;
  const taken = async (course = 'EXCEL-1') => (await assigns(database.db, { course })).order.reference;

  it('is the first to expire, even when it is the least restricted and the newest', async () => {
    const never = await sold('ONE');
    const late = await sold('ONE', '2026-06-30');
    const soon = await sold('ANY', '2026-04-30');
    expect([await taken(), await taken(), await taken()]).toEqual([soon, late, never]);
  });

  it('is the most restricted of the seats that expire together', async () => {
    const any = await sold('ANY', '2026-04-30');
    const excel = await sold('EXCEL', '2026-04-30');
    const one = await sold('ONE', '2026-04-30');
    expect([await taken(), await taken(), await taken()]).toEqual([one, excel, any]);
  });

  it('is the most restricted of the seats that never expire', async () => {
    const any = await sold('ANY');
    const one = await sold('ONE');
    expect([await taken(), await taken()]).toEqual([one, any]);
  });

  it('is the most restricted by the courses open now, not by the wording of the restriction', async () => {
    const excel = await sold('EXCEL', '2026-04-30');
    const one = await sold('ONE', '2026-04-30');
    await fill(database.db, 'courses: [{ shortname: EXCEL-2, name: Excel formulas, open: false }]');
    expect([await taken(), await taken()]).toEqual([excel, one]);
  });

  it('is the oldest of equally restricted seats', async () => {
    const first = await sold('WIDE', '2026-04-30');
    const second = await sold('ANY', '2026-04-30');
    const third = await sold('WIDE', '2026-04-30');
    expect([await taken(), await taken(), await taken()]).toEqual([first, second, third]);
  });

  it('comes from an order that allows the course', async () => {
    await sold('ONE', '2026-04-30');
    const any = await sold('ANY');
    expect(await taken('WORD-1')).toBe(any);
    expect(await refusal(assigns(database.db, { course: 'WORD-1' }))).toBe('seat.none_left');
  });

  it('comes from the next order when the first is used up, and is refused after that', async () => {
    const one = await sold('ONE', '2026-04-30');
    const other = await sold('ONE', '2026-05-31');
    expect([await taken(), await taken()]).toEqual([one, other]);
    expect(await refusal(assigns(database.db))).toBe('seat.none_left');
  });

  it.each(['chosen automatically', 'from a chosen order'])(
    '%s is available until its last day ends in the zone of the customer',
    async (way) => {
      const order = (await sells(database.db, { product: 'ONE', assignBy: '2026-04-30', quantity: 2 })).reference;
      const pool = way === 'from a chosen order' ? order : undefined;
      await assigns(database.db, { pool }, at('2026-04-30T21:59:59Z'));
      expect(await refusal(assigns(database.db, { pool }, at('2026-04-30T22:00:00Z')))).toBe('seat.expired');
    },
  );
});
