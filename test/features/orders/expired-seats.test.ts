import { screenDatabases, type TestDatabase } from '../../support/databases';
import { type Office, openOffice } from '../../support/office';
import { assigns, sells } from '../../support/people';
import { allIsSaid } from '../../support/tables';
import { at, eventually } from '../../support/time';

const GLOBEX = 'C0GLOBEX001';
const LAST_DAY = '2026-03-05';
/** 09:30 in New York, where Globex is. */
const NEXT_MORNING = at('2026-03-06T14:30:00Z');

describe.each(screenDatabases)('seats that expired unassigned, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db);
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const gus = () => office.workspace.person('gus');
  const isMorning = async () => {
    office.workspace.clock.moveTo(NEXT_MORNING);
    expect(await gus().finds('expired unassigned on 5 March 2026')).toBe(true);
    await allIsSaid(database.db);
  };
  const told = () =>
    gus()
      .messages(GLOBEX)
      .filter(({ text }) => /^\d+ seats? for Globex expired/.test(text));
  const soldToGlobex = (quantity: number, assignBy?: string) =>
    sells(database.db, { customer: 'GLOBEX', quantity, assignBy });

  it('cannot be assigned from the order’s message any more, which says what was lost', async () => {
    const { reference } = await soldToGlobex(60, LAST_DAY);
    await gus().finds(reference);
    await allIsSaid(database.db);
    expect(orderMessage(reference)).toContain('"Assign a seat"');
    await isMorning();
    await eventually('the message is redrawn', () =>
      orderMessage(reference).includes('60 of 60 seats for Globex expired'),
    );
    expect(orderMessage(reference)).not.toContain('"Assign a seat"');
    expect(orderMessage(reference)).toContain('"Ask for more seats"');
  });

  it('are told to the customer once, all orders of that day together, instead of “none left”', async () => {
    for (const quantity of [40, 20]) await soldToGlobex(quantity, LAST_DAY);
    await isMorning();
    expect(told().map(({ text }) => text)).toEqual(['60 seats for Globex expired unassigned on 5 March 2026']);
    const [message] = told();
    const shown = JSON.stringify(message?.blocks);
    expect(shown).toContain('40 Excel seats · order B0000000001\\n20 Excel seats · order B0000000002');
    expect(shown).toContain('There are no other seats left. Ask the sales team if you still need some.');
    expect(
      gus()
        .messages(GLOBEX)
        .filter(({ text }) => text.includes('no Excel seats left')),
    ).toEqual([]);
  });

  it('leave others, which the message counts', async () => {
    await soldToGlobex(3, LAST_DAY);
    await soldToGlobex(50);
    await isMorning();
    expect(JSON.stringify(told()[0]?.blocks)).toContain('50 other seats are left to assign.');
  });

  it('are counted on the board, which would read as if all had been used', async () => {
    await soldToGlobex(3, LAST_DAY);
    await isMorning();
    expect(await gus().finds('3 seats expired unassigned this month')).toBe(true);
  });

  it('are not told when none of them was left', async () => {
    await soldToGlobex(1, LAST_DAY);
    await assigns(database.db, { customer: 'GLOBEX' });
    const { reference } = await sells(database.db, { quantity: 2, assignBy: LAST_DAY });
    office.workspace.clock.moveTo(NEXT_MORNING);
    expect(await office.workspace.person('claire').finds('2 places pour Acme ont expiré')).toBe(true);
    await allIsSaid(database.db);
    expect(reference).toBe('B0000000002');
    expect(told()).toEqual([]);
  });

  it('are told to each coordinator of a customer without a channel', async () => {
    await database.db('customers').where({ code: 'ACME' }).update({ channel: null });
    await sells(database.db, { quantity: 2, assignBy: LAST_DAY });
    office.workspace.clock.moveTo(NEXT_MORNING);
    const claire = office.workspace.person('claire');
    expect(await claire.finds('2 places pour Acme ont expiré sans être attribuées le 5 mars 2026')).toBe(true);
  });

  function orderMessage(reference: string): string {
    const found = gus()
      .messages(GLOBEX)
      .find(({ text }) => text.includes(`order ${reference}`));
    return JSON.stringify(found?.blocks);
  }
});
