import { toInstant } from '../../src/core/time';
import { findCustomer } from '../../src/features/customers/customers.sql';
import { queueBoard } from '../../src/features/reminders/board.messages';
import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged } from '../support/forged-press';
import { found } from '../support/found';
import { type Office, openOffice } from '../support/office';
import { MORNING, sells } from '../support/people';
import { allIsSaid, count } from '../support/tables';

const GLOBEX = 'C0GLOBEX001';
const AS_IMPORTED = {
  timezone: 'America/New_York',
  locale: 'en',
  reminder_frequency: 'daily',
  reminder_time: '09:00',
  reminder_days: '12345',
  holiday_country: null,
  snoozed_until: null,
} as const;

// Monday, 2 March 2026, 04:00 in New York.
describe.each(screenDatabases)('a customer’s reminders, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let gus: Person;
  let sonia: Person;

  beforeAll(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    [gus, sonia] = [office.workspace.person('gus'), office.workspace.person('sonia')];
    await sells(database.db, { customer: 'GLOBEX', quantity: 5, assignBy: '2026-04-01' }, MORNING.minus({ days: 1 }));
    expect(await gus.finds('Globex’s training seats')).toBe(true);
  });

  afterEach(async () => {
    for (const person of [gus, sonia]) if (person.modal) await person.closes({ all: true });
    await database.db('customers').where({ code: 'GLOBEX' }).update(AS_IMPORTED);
    await database.db('reminders').delete();
    const globex = await findCustomer(database.db, 'GLOBEX');
    if (globex) await queueBoard(database.db, globex, toInstant(MORNING));
    await allIsSaid(database.db);
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  const settings = () => found(database.db('customers').where({ code: 'GLOBEX' }).first());
  const toGus = () => gus.messages(gus.is.directId);

  it('can be seen and changed from the board by a coordinator of another company', async () => {
    await gus.clicks('Reminders', { channel: GLOBEX });
    expect(gus.screen()).toContain('The next reminder comes on Monday, 2 March 2026 at 09:00');
    await gus.submits({ time: '07:30', days: '1,4', timezone: 'Europe/London', country: 'GB', language: 'fr' });
    expect(gus.errors).toEqual({});
    expect(gus.screen()).toContain('The next reminder comes on Thursday, 5 March 2026 at 07:30');
    expect(gus.screen()).toContain('Monday and Thursday at 07:30 (Europe/London)');
    expect(gus.screen()).toContain('Not on public holidays in United Kingdom');
    expect(await settings()).toMatchObject({
      reminder_time: '07:30',
      reminder_days: '14',
      timezone: 'Europe/London',
      locale: 'fr',
      holiday_country: 'GB',
    });
  });

  it('leave out the holidays of a province or of a country of the United Kingdom', async () => {
    await gus.clicks('Reminders', { channel: GLOBEX });
    const offered = (await gus.types('country', 'ontario')).map(({ text, value }) => [text.text, value]);
    expect(offered).toEqual([['Canada – Ontario', 'CA-ON']]);
    const ofBritain = (await gus.types('country', 'united kingdom')).map(({ text }) => text.text);
    expect(ofBritain).toEqual([
      'United Kingdom',
      'United Kingdom – England and Wales',
      'United Kingdom – Northern Ireland',
      'United Kingdom – Scotland',
    ]);
    await gus.submits({ country: 'GB-SCT', language: 'en' });
    expect(gus.errors).toEqual({});
    expect(gus.screen()).toContain('Not on public holidays in United Kingdom – Scotland');
    expect(await settings()).toMatchObject({ holiday_country: 'GB-SCT' });
    await gus.clicks('Settings');
    expect(gus.screen()).toContain('United Kingdom – Scotland');
  });

  it('start tomorrow when their new time has just passed', async () => {
    await gus.clicks('Reminders', { channel: GLOBEX });
    // Nine minutes before 04:00.
    await gus.submits({ time: '03:51' });
    expect(gus.screen()).toContain('The next reminder comes on Tuesday, 3 March 2026 at 03:51');
  });

  it('name the author of a change in the channel, and record it in the history', async () => {
    await gus.clicks('Reminders', { channel: GLOBEX });
    await gus.submits({ frequency: 'never' });
    expect(gus.screen()).toContain('Reminders are off.');
    await gus.closes();
    await allIsSaid(database.db);
    expect(sonia.sees('Reminders are off.')).toBe(true);
    expect(sonia.sees('Changed by @Gus Globex')).toBe(true);
    const row = await found(database.db('ledger').where({ action: 'reminders.changed' }).orderBy('id', 'desc').first());
    expect(JSON.parse(row.before ?? '').frequency).toBe('daily');
    expect(JSON.parse(row.after ?? '').frequency).toBe('never');
  });

  it('show all refusals at once, each beside its field', async () => {
    await gus.clicks('Reminders', { channel: GLOBEX });
    await gus.fills({ days: '', time: '' });
    await gus.submits();
    expect(Object.keys(gus.errors)).toEqual(expect.arrayContaining(['days', 'time']));
  });

  it('change nothing when saved unchanged', async () => {
    const before = await count(database.db, 'ledger', { action: 'reminders.changed' });
    await gus.clicks('Reminders', { channel: GLOBEX });
    await gus.submits();
    expect(gus.screen()).toContain('Monday to Friday at 09:00 (America/New_York)');
    expect(await count(database.db, 'ledger', { action: 'reminders.changed' })).toBe(before);
  });

  it.each([
    ['tomorrow', '', 'Tuesday, 3 March 2026', '2026-03-03'],
    ['next_week', '', 'Monday, 9 March 2026', '2026-03-09'],
    ['date', '2026-04-01', 'Wednesday, 1 April 2026', '2026-04-01'],
  ])('can be snoozed: %s', async (kind, date, day, stored) => {
    await gus.clicks('Reminders', { channel: GLOBEX });
    await gus.clicks('Snooze');
    await gus.submits({ snooze_for: kind, ...(date && { snooze_until: date }) });
    expect(gus.screen()).toContain(`Reminders are paused. The next one comes on ${day} at 09:00.`);
    expect((await settings()).snoozed_until).toBe(stored);
  });

  it('can be resumed by another person, from the channel', async () => {
    await sonia.runs('/seats reminders', GLOBEX);
    await sonia.clicks('Snooze');
    await sonia.submits({ snooze_for: 'next_week' });
    await sonia.closes({ all: true });
    await gus.clicks('Resume reminders', { channel: GLOBEX });
    expect(await gus.finds('The next reminder comes on Monday, 2 March 2026')).toBe(true);
    expect((await settings()).snoozed_until).toBeNull();
  });

  it('stay as they are now when an old button would change what somebody has changed since', async () => {
    const { db } = database;
    const globex = { code: 'GLOBEX' };
    await db('customers').where(globex).update({ snoozed_until: '2026-04-15' });
    await pressesForged(gus, { action: 'resume_reminders', value: 'GLOBEX 2026-03-09', channel: GLOBEX });
    expect(await settings()).toMatchObject({ snoozed_until: '2026-04-15' });
    await db('customers').where(globex).update({ reminder_frequency: 'never' });
    await pressesForged(gus, { action: 'remind_weekly', value: 'GLOBEX', channel: GLOBEX });
    expect(await settings()).toMatchObject({ reminder_frequency: 'never' });
    expect(gus.screen()).toContain('These reminders have changed since this message');
  });

  it.each([
    ['date', '', 'Choose a date.'],
    ['date', '2026-03-02', 'Choose a day after today.'],
    ['date', '2028-01-01', 'Choose a day no later than 3 March 2027.'],
  ])('cannot be snoozed until %s %s', async (kind, date, error) => {
    await gus.clicks('Reminders', { channel: GLOBEX });
    await gus.clicks('Snooze');
    await gus.submits({ snooze_for: kind, ...(date && { snooze_until: date }) });
    expect(gus.errors.snooze_until).toContain(error);
    expect((await settings()).snoozed_until).toBeNull();
  });

  it('show a test to the person who asks, exactly as in the channel', async () => {
    await gus.clicks('Reminders', { channel: GLOBEX });
    await gus.clicks('Send me a test');
    expect(gus.screen()).toContain('We’re sending you a test');
    await allIsSaid(database.db);
    expect(toGus()).toHaveLength(1);
    expect(toGus()[0]?.text).toContain('5 unassigned seats for Globex');
    const blocks = JSON.stringify(toGus()[0]?.blocks);
    expect(blocks).toContain('5 Excel seats (order B0000000001) expire after 1 April 2026: 30 days left.');
    expect(await count(database.db, 'expiry_alerts', { day: '2026-03-02' })).toBe(0);
    await gus.closes({ all: true });
    await gus.clicks('Assign a seat', { channel: gus.is.directId });
    expect(gus.screen()).toContain('Take the seat from');
    expect(await count(database.db, 'outbox', { kind: 'reminder', to_user: gus.is.userId })).toBe(0);
  });

  it('ask sales for the customer', async () => {
    await sonia.runs('/seats reminders', 'C0GENERAL01');
    await sonia.chooses('customer', 'ACME');
    expect(sonia.screen()).toContain('Acme');
    await sonia.submits({ frequency: 'weekly' });
    expect(sonia.screen()).toContain('Once a week, on the first of: Monday to Friday, at 09:00 (Europe/Paris)');
    expect((await found(database.db('customers').where({ code: 'ACME' }).first())).reminder_frequency).toBe('weekly');
    expect((await settings()).reminder_frequency).toBe('daily');
  });
});
