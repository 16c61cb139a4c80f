import type { Identity } from '../../src/core/identity';
import { askForSeats } from '../../src/features/requests/ask-for-seats';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged } from '../support/forged-press';
import { claire, coordinator, gus, MORNING } from '../support/people';
import { ACME_ORDER, FAILED, openRivals, type Rivals, SECRETS } from '../support/rivals';
import { aSubmission } from '../support/signed-client';
import { allIsSaid, checksum } from '../support/tables';

const channel = 'C0GLOBEX001';
const noah: Identity = { teamId: 'T000000001', userId: 'U0NOAH00001' };
/** The same user id in another company's workspace is a different person. */
const impostor: Identity = { ...claire, teamId: gus.teamId };
const UNKNOWN = 'Choose a customer from the list.';
const SALES_ONLY = 'Only the sales team can do this.';
const ACME = JSON.stringify({ customer: 'ACME' });

const FORMS = [
  aSubmission('reminder_settings', {
    frequency: 'never',
    days: '1',
    time: '07:00',
    send_to: 'direct',
    timezone: 'UTC',
    language: 'en',
    country: 'none',
  }),
  aSubmission('snooze_reminders', { snooze_for: 'next_week' }),
  aSubmission('ask_for_seats', { product: 'OKAPI', seats: '5' }),
].map((form) => ({ ...form, metadata: ACME }));

describe.each(screenDatabases)('forged requests about another customer’s reminders, on $name', ({ open }) => {
  let database: TestDatabase;
  let rivals: Rivals;
  let before: string;

  beforeAll(async () => {
    database = await open();
    rivals = await openRivals(database);
    const form = { customer: 'ACME', product: 'OKAPI', seats: 3, reason: 'Zebra' };
    await askForSeats(database.db, form, await coordinator(database.db, claire), MORNING);
    await allIsSaid(database.db);
    before = await checksum(database.db);
  });

  afterAll(async () => {
    await rivals?.office.close();
    await database?.close();
  });

  afterEach(async () => {
    expect(rivals.gus.screen()).not.toMatch(SECRETS);
    expect(await checksum(database.db)).toBe(before);
  });

  it.each([
    ['open_reminders', 'ACME', UNKNOWN],
    ['open_snooze', 'ACME', UNKNOWN],
    ['remind_weekly', 'ACME', UNKNOWN],
    ['resume_reminders', 'ACME', UNKNOWN],
    ['test_reminder', 'ACME', UNKNOWN],
    ['open_reminders', "'; drop table customers", UNKNOWN],
    ['ask_for_seats', ACME_ORDER, 'These seats don’t exist, or you don’t have access to them.'],
    ['decline_request', 'request:1', SALES_ONLY],
    ['open_generate', 'request:1', SALES_ONLY],
  ])('are refused in private: %s %s', async (action, value, refusal) => {
    await pressesForged(rivals.gus, { action, value, channel });
    expect(await rivals.gus.finds(refusal)).toBe(true);
    const inPrivate = rivals.gus.messages(channel).filter(({ ephemeral }) => ephemeral);
    expect(inPrivate.at(-1)?.text).toBe(refusal);
    expect(rivals.gus.modal).toBeUndefined();
  });

  it.each([
    ['a coordinator of another customer', gus],
    ['nobody', noah],
    ['a coordinator’s user id of another workspace', impostor],
  ])('change nothing as forms: %s', async (_who, by) => {
    for (const form of FORMS) {
      const { status, text } = await rivals.client.submits(by, form);
      expect(status).toBe(200);
      expect(text).toMatch(/Choose a customer from the list|You have no role here yet/);
      expect(text).not.toMatch(SECRETS);
      expect(text).not.toMatch(FAILED);
    }
  });

  it.each([
    ['a coordinator of another customer', gus],
    ['the asker', claire],
    ['nobody', noah],
  ])('cannot decline a request: %s', async (_who, by) => {
    const form = aSubmission('decline_request', { reason: 'No' });
    const { text } = await rivals.client.submits(by, { ...form, metadata: JSON.stringify({ request: 'request:1' }) });
    expect(text).toMatch(/Only the sales team|Seule l’équipe commerciale|You have no role here yet/);
    expect(text).not.toMatch(FAILED);
  });

  it('offer no customer, product or zone of others', async () => {
    for (const field of ['customer', 'product', 'timezone', 'country']) {
      for (const [modal, by] of [
        ['reminder_settings', noah],
        ['ask_for_seats', gus],
      ] as const) {
        const { text } = await rivals.client.types(by, field, '', { ...aSubmission(modal, {}), metadata: ACME });
        expect(text).not.toMatch(SECRETS);
        expect(text).not.toMatch(FAILED);
      }
    }
  });
});
