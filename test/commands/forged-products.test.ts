import type { Identity } from '../../src/core/identity';
import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged } from '../support/forged-press';
import { ada, claire, gus, sonia } from '../support/people';
import { FAILED, openRivals, type Rivals } from '../support/rivals';
import { aSubmission } from '../support/signed-client';
import { checksum, count } from '../support/tables';

const noah: Identity = { teamId: 'T000000001', userId: 'U0NOAH00001' };
/** The administrator's user id, in another company's workspace. */
const impostor: Identity = { ...ada, teamId: gus.teamId };
const REFUSED =
  /Only administrators can do this|Only the sales team can do this|You have no role here yet|Seule l’équipe|Seuls les/;
const CHANGES = ['new_product', 'edit_product', 'archive_product', 'restore_product', 'paste_parameters'];
const LOOKS = ['open_products', 'open_product', 'check_product', 'copy_parameters'];
const FORM = aSubmission('product_form', { code: 'FORGED', name: 'Forged', pack_size: '2' });
const NOTES = JSON.stringify({ product: 'EXCEL-SEAT', revision: '1' });

describe.each(screenDatabases)('forged requests about products, on $name', ({ open }) => {
  let database: TestDatabase;
  let rivals: Rivals;
  let before: string;

  beforeAll(async () => {
    database = await open();
    rivals = await openRivals(database);
    before = await checksum(database.db, { without: ['outbox'] });
  });

  afterAll(async () => {
    await rivals?.office.close();
    await database?.close();
  });

  const unchanged = async () => expect(await checksum(database.db, { without: ['outbox'] })).toBe(before);
  const person = (key: string): Person => rivals.office.workspace.person(key);

  it.each(['sonia', 'claire', 'noah'].flatMap((key) => CHANGES.map((action) => [key, action])))(
    'are refused politely, and change nothing: %s presses %s',
    async (key = '', action = '') => {
      const who = person(key);
      const heard = who.messages('C0GENERAL01').length;
      await pressesForged(who, { action, value: 'EXCEL-SEAT', channel: 'C0GENERAL01' });
      const answers = who.messages('C0GENERAL01').slice(heard);
      expect(answers.map(({ text }) => text).join()).toMatch(REFUSED);
      expect(who.modal).toBeUndefined();
      await unchanged();
    },
  );

  it.each(['claire', 'noah'].flatMap((key) => LOOKS.map((action) => [key, action])))(
    'show no product: %s presses %s',
    async (key = '', action = '') => {
      const who = person(key);
      const heard = who.messages('C0GENERAL01').length;
      await pressesForged(who, { action, value: 'OKAPI', channel: 'C0GENERAL01' });
      expect(
        who
          .messages('C0GENERAL01')
          .slice(heard)
          .map(({ text }) => text)
          .join(),
      ).toMatch(REFUSED);
      expect(who.modal).toBeUndefined();
    },
  );

  it.each([
    ['sales', sonia],
    ['a coordinator', claire],
    ['a coordinator of another company', gus],
    ['nobody', noah],
    ['the administrator’s user id of another workspace', impostor],
  ])('change nothing as forms: %s', async (_who, by) => {
    const forms = [
      FORM,
      { ...FORM, metadata: NOTES },
      aSubmission('paste_parameters', { parameters: 'packsize=2' }),
      { ...aSubmission('paste_parameters', { parameters: 'packsize=2' }), metadata: NOTES },
    ];
    for (const form of forms) {
      const { status, text } = await rivals.client.submits(by, form);
      expect(status).toBe(200);
      expect(text).toMatch(REFUSED);
      expect(text).not.toMatch(FAILED);
    }
    await unchanged();
  });

  it.each([
    ['sales', sonia],
    ['a coordinator', claire],
    ['nobody', noah],
  ])('offer no course for the form: %s', async (_who, by) => {
    for (const field of ['courses', 'customer_support']) {
      expect((await rivals.client.types(by, field, '', FORM)).body).toEqual({ options: [] });
    }
  });

  it('change nothing from an administrator, with impossible metadata and values', async () => {
    const values = {
      code: 'x'.repeat(65),
      name: '\u0000',
      pack_size: '-1',
      duration_days: '1e3',
      role: '\u202e\u0007',
    };
    const hostile = [
      '{',
      '[]',
      '{"product":{}}',
      '{"product":"EXCEL-SEAT","revision":"NaN","start_second":"99999999999"}',
    ];
    for (const metadata of hostile) {
      const { status, text } = await rivals.client.submits(ada, { ...aSubmission('product_form', values), metadata });
      expect(status).toBe(200);
      expect(text).toContain('Enter a whole number from 1 to');
      expect(text).not.toMatch(FAILED);
    }
    await unchanged();
  });

  it('create one product, however often and fast the form arrives', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => rivals.client.submits(ada, FORM)));
    for (const { text } of answers) expect(text).toContain('Forged (FORGED)');
    expect(await count(database.db, 'products', { code: 'FORGED' })).toBe(1);
    expect(await count(database.db, 'ledger', { action: 'product.created', subject: 'FORGED' })).toBe(1);
  });

  it('save one of many concurrent edits of a product, and refuse the others', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        rivals.client.submits(ada, { ...aSubmission('product_form', { name: `Name ${index}` }), metadata: NOTES }),
      ),
    );
    const [saved, told] = ['"(Excel|Name \\d) \\(EXCEL-SEAT\\)', 'Someone changed this product'].map((words) =>
      answers.filter(({ text }) => new RegExp(words).test(text)),
    );
    expect([saved?.length, told?.length]).toEqual([1, 4]);
    expect(await count(database.db, 'ledger', { action: 'product.updated', subject: 'EXCEL-SEAT' })).toBe(1);
  });
});
