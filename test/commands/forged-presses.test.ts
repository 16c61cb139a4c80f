import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged, pressesForgedInModal } from '../support/forged-press';
import { ACME_ORDER, FAILED, OWN_ORDER, openRivals, type Rivals, SECRETS } from '../support/rivals';
import { checksum } from '../support/tables';

const channel = 'C0GLOBEX001';
const actions = ['open_assign', 'open_list', 'assign_from_pool', 'open_pool', 'cancel_order'];
const NEVER = [
  'B0000000099',
  'B9999999999',
  "B0'; drop table seats",
  '💥',
  'B\u0000',
  'B00000000010',
  '1',
  'auto',
  '%',
];
const NOT_YOURS = 'These seats don’t exist, or you don’t have access to them.';
const SALES_ONLY = 'Only the sales team can do this.';

describe.each(screenDatabases)('forged presses by a Globex coordinator, on $name', ({ open }) => {
  let database: TestDatabase;
  let rivals: Rivals;
  let before: string;
  let read: number;

  beforeAll(async () => {
    database = await open();
    rivals = await openRivals(database);
    before = await checksum(database.db, { without: ['outbox'] });
  });

  afterAll(async () => {
    await rivals?.office.close();
    await database?.close();
  });

  beforeEach(async () => {
    read = inPrivate().length;
    if (rivals.gus.modal) await rivals.gus.closes({ all: true });
  });

  afterEach(async () => {
    expect(rivals.gus.screen()).not.toMatch(SECRETS);
    expect(await checksum(database.db, { without: ['outbox'] })).toBe(before);
  });

  /** Only ephemeral messages: orders and boards post meanwhile. */
  const inPrivate = () => rivals.gus.messages(channel).filter(({ ephemeral }) => ephemeral);
  const answers = () => inPrivate().slice(read);

  it.each(actions)('get a private refusal for another customer’s order: %s', async (action) => {
    expect(await pressesForged(rivals.gus, { action, value: ACME_ORDER, channel })).toEqual({
      ok: true,
      body: undefined,
    });
    await rivals.gus.finds(NOT_YOURS);
    expect(answers()).toMatchObject([{ text: NOT_YOURS, ephemeral: true }]);
    expect(rivals.gus.modal).toBeUndefined();
  });

  it.each(NEVER)('get the same refusal for an order that does not exist: %j', async (value) => {
    for (const action of actions) await pressesForged(rivals.gus, { action, value, channel });
    expect(answers().map(({ text }) => text)).toEqual(actions.map(() => NOT_YOURS));
  });

  it('can neither cancel an order nor generate one', async () => {
    await pressesForged(rivals.gus, { action: 'cancel_order', value: OWN_ORDER, channel });
    await pressesForged(rivals.gus, { action: 'open_generate', value: '', channel });
    expect(answers().map(({ text }) => text)).toEqual([SALES_ONLY, SALES_ONLY]);
  });

  it('are told that an unknown button is out of date', async () => {
    for (const action of ['no_such_button', 'toString', '__proto__']) {
      await pressesForged(rivals.gus, { action, value: OWN_ORDER, channel });
      expect(answers().at(-1)?.text).toBe('This form is out of date. Close it and open it again.');
    }
  });

  it.each(actions)('get a refusal on top of the person’s list: %s', async (action) => {
    await rivals.gus.clicks('See seats', { channel });
    await pressesForgedInModal(rivals.gus, action, ACME_ORDER);
    expect(rivals.gus.modal?.title?.text).toBe('Seats');
    expect(rivals.gus.screen()).toContain(NOT_YOURS);
  });

  it.each([
    ['{"customer":"ACME"}', 'Choose a customer from the list.'],
    [`{"order":"${ACME_ORDER}"}`, NOT_YOURS],
    ['{"order":"B9999999999"}', NOT_YOURS],
    ['{', '5 unassigned seats for Globex'],
    ['{"customer":["ACME"],"order":{"a":1}}', '5 unassigned seats for Globex'],
  ])('turn the page with the metadata %s, and show only the person’s own seats', async (notes, seen) => {
    await rivals.gus.clicks('See seats', { channel });
    await pressesForgedInModal(rivals.gus, 'next_page', 'NaN', notes);
    expect(rivals.gus.screen()).toContain(seen);
    expect(rivals.gus.modals.map((modal) => JSON.stringify(modal)).join()).not.toMatch(FAILED);
  });
});
