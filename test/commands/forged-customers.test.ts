import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged } from '../support/forged-press';
import { claire, gus } from '../support/people';
import { FAILED, openRivals, type Rivals, SECRETS } from '../support/rivals';
import { aSubmission } from '../support/signed-client';
import { checksum } from '../support/tables';

const noah = { teamId: 'T000000001', userId: 'U0NOAH00001' };
const impostor = { teamId: gus.teamId, userId: 'U0SONIA0001' };
const REFUSED = /Only the sales team can do this|Seule l’équipe commerciale|You have no role here yet/;

describe.each(screenDatabases)('forged requests about customers, on $name', ({ open }) => {
  let database: TestDatabase;
  let rivals: Rivals;
  let before: string;

  beforeAll(async () => {
    database = await open();
    rivals = await openRivals(database);
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
    ['open_customers', ''],
    ['open_customer', 'ACME'],
    ['open_customer', 'GLOBEX'],
    ['new_customer', ''],
    ['edit_customer', 'ACME'],
    ['archive_customer', 'ACME'],
    ['archive_customer', 'GLOBEX'],
    ['restore_customer', 'ACME'],
    ['mend_channel', 'ACME'],
  ])('are refused in private, with a pointer to sales: %s %s', async (action, value) => {
    await pressesForged(rivals.gus, { action, value, channel: 'C0GLOBEX001' });
    expect(await rivals.gus.finds('Only the sales team can do this.')).toBe(true);
    expect(rivals.gus.modal).toBeUndefined();
  });

  it('show no list by the command', async () => {
    const nobody = rivals.office.workspace.person('noah');
    await nobody.runs('/seats customers', 'C0GENERAL01');
    expect(nobody.modal).toBeUndefined();
    expect(nobody.screen()).toContain('You have no role here yet');
    expect(nobody.screen()).not.toContain('Globex (GLOBEX)');
  });

  it.each([
    ['a coordinator', claire],
    ['a coordinator of another company', gus],
    ['nobody', noah],
    ['a sales person’s user id of another workspace', impostor],
  ])('change nothing as forms: %s', async (_who, by) => {
    const values = { name: 'Mine', timezone: 'UTC', language: 'en', new_channel: 'mine' };
    const edit = JSON.stringify({ customer: 'ACME', version: '1' });
    for (const form of [
      aSubmission('customer_form', { ...values, code: 'MINE' }),
      { ...aSubmission('customer_form', values), metadata: edit },
      aSubmission('customers', { search: 'a' }),
    ]) {
      const { status, text } = await rivals.client.submits(by, form);
      expect(status).toBe(200);
      expect(text).toMatch(REFUSED);
      expect(text).not.toMatch(SECRETS);
      expect(text).not.toMatch(FAILED);
    }
    const { text } = await rivals.client.types(by, 'timezone', 'Europe', aSubmission('customer_form', {}));
    expect(text).not.toContain('Europe/Paris');
  });

  it.each([
    ['a version that is no number', { customer: 'ACME', version: 'x' }],
    ['a customer there is not', { customer: 'NOPE', version: '1' }],
  ])('change nothing from sales, with invalid metadata: %s', async (_what, notes) => {
    const by = { teamId: 'T000000001', userId: 'U0SONIA0001' };
    const form = aSubmission('customer_form', { name: 'Mine', timezone: 'UTC', language: 'en' });
    const { text } = await rivals.client.submits(by, { ...form, metadata: JSON.stringify(notes) });
    expect(text).toMatch(/after you opened the form|Choose a customer/);
    expect(text).not.toMatch(FAILED);
  });
});
