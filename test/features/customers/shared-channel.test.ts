import type { Database } from '../../../src/database/database';
import { archiveCustomer } from '../../../src/features/customers/archive-customer';
import { findAccount, getAccount, insertAccount } from '../../../src/features/customers/customer-accounts.sql';
import { linkNewChannel } from '../../../src/features/customers/link-channel';
import { onChannelChanged } from '../../../src/features/customers/on-channel-changed';
import { createCustomer, editCustomer } from '../../../src/features/customers/save-customer';
import { readCatalogue } from '../../../src/features/imports/catalogue-file';
import { readSheet } from '../../../src/features/imports/files/csv-sheet';
import { importCatalogue } from '../../../src/features/imports/import-catalogue';
import { importSheet, judgeSheet } from '../../../src/features/imports/import-sheet';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { admin, MORNING, refusal, sales } from '../../support/people';
import { checksum, count } from '../../support/tables';

const DEFAULTS = { timezone: 'Europe/Paris', locale: 'en' } as const;
const [ACME, GLOBEX] = ['C0ACME00001', 'C0GLOBEX001'];
const sheetOf = (rows: string) => readSheet(Buffer.from(`code,name,channel\n${rows}`), DEFAULTS);
const form = (wish: object) => ({
  name: 'New',
  code: 'NEW',
  timezone: 'UTC',
  locale: 'en',
  channel: undefined,
  newChannel: undefined,
  notes: undefined,
  ...wish,
});

describe.each(eachDatabase)('one customer per channel, on $name', ({ open }) => {
  let database: TestDatabase;
  let db: Database;

  beforeEach(async () => {
    database = await open();
    ({ db } = database);
    await fill(db);
  });

  afterEach(() => database?.close());

  const imports = (rows: string) => db.transaction((tx) => importSheet(tx, sheetOf(rows), admin, MORNING));
  const channels = async () =>
    Object.fromEntries((await db('customers').orderBy('code')).map(({ code, channel }) => [code, channel]));

  it.each([
    ['two rows name the same', 'A,Alpha,C0123456789\nB,Beta,C0123456789', [[3, 'C0123456789', 'Alpha']]],
    [
      'customers that the file does not name have it',
      `A,Alpha,${ACME}\nB,Beta,${GLOBEX}`,
      [
        [2, ACME, 'Acme'],
        [3, GLOBEX, 'Globex'],
      ],
    ],
    ['a customer that keeps it stands below', `A,Alpha,${ACME}\nACME,Acme,${ACME}`, [[2, ACME, 'Acme']]],
  ])('an import is refused when %s, and each such row is reported', async (_when, rows, told) => {
    const before = await checksum(db);
    const { problems } = await judgeSheet(db, sheetOf(rows), admin, MORNING);
    expect(problems.map(({ row, details }) => [row, details?.value, details?.customer])).toEqual(told);
    expect(problems.every(({ code, column }) => code === 'channel.taken' && column === 'channel')).toBe(true);
    expect(await refusal(imports(rows))).toBe('import.wrong');
    expect(await checksum(db)).toBe(before);
  });

  it('an archived customer keeps its channel, in imports as in the form', async () => {
    await archiveCustomer(db, 'GLOBEX', sales, MORNING);
    expect(await refusal(imports(`A,Alpha,${GLOBEX}`))).toBe('import.wrong');
    expect(await refusal(createCustomer(db, form({ channel: GLOBEX }), sales, MORNING))).toBe('channel.taken');
  });

  it('two customers may swap channels, and one may take a channel that another gives up', async () => {
    await imports(`ACME,Acme,${GLOBEX}\nGLOBEX,Globex,${ACME}`);
    expect(await channels()).toEqual({ ACME: GLOBEX, GLOBEX: ACME });
    await imports(`NEW,New,${GLOBEX}\nACME,Acme,`);
    expect(await channels()).toEqual({ ACME: null, GLOBEX: ACME, NEW: GLOBEX });
  });

  it('a conflicting catalogue is refused as a whole', async () => {
    const before = await checksum(db);
    const read = readCatalogue(`customers: [{ code: A, name: Alpha, channel: ${ACME} }]`, DEFAULTS);
    if ('errors' in read) throw new Error('It is well written.');
    expect(await refusal(importCatalogue(db, read.catalogue, admin, MORNING))).toBe('channel.taken');
    expect(await checksum(db)).toBe(before);
  });

  it('of several customers that get one channel at once, one succeeds and the others are refused', async () => {
    const wishes = ['P', 'Q', 'R'].map((code) => form({ code, name: code, channel: 'C0SHARED001' }));
    const created = await Promise.all(wishes.map((wish) => outcome(createCustomer(db, wish, sales, MORNING))));
    expect(created.sort()).toEqual(['channel.taken', 'channel.taken', 'done']);
    const accounts = await Promise.all(['ACME', 'GLOBEX'].map((code) => findAccount(db, code)));
    const edited = await Promise.all(
      accounts.map((one) => {
        const { version = 0, code = '', name } = one ?? {};
        const wish = { ...form({ name, channel: 'C0SHARED002' }), customer: code, version };
        return outcome(editCustomer(db, wish, sales, MORNING));
      }),
    );
    expect(edited.sort()).toEqual(['channel.taken', 'done']);
    const imported = await Promise.all(
      ['A,Alpha,C0SHARED003', 'B,Beta,C0SHARED003'].map((row) => settled(imports(row))),
    );
    expect(imported.filter((one) => one === 'fulfilled')).toHaveLength(1);
    expect(await count(db, 'customers', { channel: 'C0SHARED003' })).toBe(1);
  });

  it('a created channel that another customer has taken meanwhile is not linked, and the customer is marked', async () => {
    const terms = { ...DEFAULTS, name: 'New', channel: undefined, newChannel: 'new', notes: '', channelBy: sales };
    const id = (await insertAccount(db, 'NEW', terms)) ?? 0;
    await linkNewChannel(db, await getAccount(db, id), ACME, sales, MORNING);
    expect(await getAccount(db, id)).toMatchObject({
      channel: undefined,
      newChannel: 'new',
      channelError: 'name_taken',
    });
    expect(await count(db, 'outbox', { kind: 'channel.broken', subject: String(id) })).toBe(1);
  });

  it('a channel whose new id another customer owns stays as it is, and the customer is marked', async () => {
    for (const _ of [1, 2]) await onChannelChanged(db, { kind: 'moved', from: ACME, to: GLOBEX }, MORNING);
    expect(await findAccount(db, 'ACME')).toMatchObject({ channel: ACME, channelError: 'channel_not_found' });
    expect(await findAccount(db, 'GLOBEX')).toMatchObject({ channel: GLOBEX, channelError: undefined });
  });
});

async function outcome(work: Promise<unknown>): Promise<string> {
  return (await settled(work)) === 'fulfilled' ? 'done' : String(await refusal(work));
}

async function settled(work: Promise<unknown>): Promise<string> {
  const [{ status } = { status: '' }] = await Promise.allSettled([work]);
  return status;
}
