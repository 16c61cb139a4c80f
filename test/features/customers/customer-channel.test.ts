import { toInstant } from '../../../src/core/time';
import { archiveCustomer, restoreCustomer } from '../../../src/features/customers/archive-customer';
import { createChannel, enterChannel } from '../../../src/features/customers/customer-channel.messages';
import { type CustomerForm, readCustomerForm } from '../../../src/features/customers/customer-form';
import { createCustomer, editCustomer } from '../../../src/features/customers/save-customer';
import { welcomeCustomer } from '../../../src/features/customers/welcome.messages';
import { readSheet } from '../../../src/features/imports/files/csv-sheet';
import { importSheet } from '../../../src/features/imports/import-sheet';
import { enqueue } from '../../../src/outbox/outbox';
import type { Fault } from '../../../src/playground/faults';
import type { Person } from '../../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../../support/databases';
import { found } from '../../support/found';
import { fill, type Office, openOffice } from '../../support/office';
import { MORNING, sales } from '../../support/people';
import { allIsSaid, count } from '../../support/tables';
import { eventually } from '../../support/time';

const ACME = 'C0ACME00001';
const GENERAL = 'C0GENERAL01';

describe.each(screenDatabases)('a customer’s channel, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let sonia: Person;

  beforeAll(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    sonia = office.workspace.person('sonia');
  });

  afterEach(async () => {
    if (sonia.modal) await sonia.closes({ all: true });
    await allIsSaid(database.db);
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  let customers = 0;
  const wants = async (wish: Partial<CustomerForm>) => {
    customers += 1;
    const code = `C${customers}`;
    const form = { name: code, timezone: 'UTC', locale: 'en', channel: undefined, newChannel: undefined };
    const { account } = await createCustomer(database.db, { ...form, notes: undefined, ...wish, code }, sales, MORNING);
    return account;
  };
  const row = (id: number) => found(database.db('customers').where({ id }).first());
  const told = (text: string) => sonia.messages(sonia.is.directId).filter((message) => message.text.includes(text));
  const welcomes = (channel: string, name: string) =>
    sonia.messages(channel).filter(({ text }) => text.startsWith(`Welcome, ${name}:`));

  it.each<[string, string, Fault]>([
    ['before it is made', 'conversations.create', { kind: 'http', status: 500 }],
    ['before it is known to be made', 'conversations.create', { kind: 'lost' }],
    ['before anybody is invited', 'conversations.invite', { kind: 'http', status: 500 }],
    ['before it is known who was invited', 'conversations.invite', { kind: 'lost' }],
    ['before it is known that the welcome stands', 'chat.postMessage', { kind: 'lost' }],
  ])('is created once, with one welcome, despite a failure %s', async (_when, method, fault) => {
    office.workspace.faults.next(method, fault);
    const newChannel = `steps-${customers}`;
    const { id, name } = await wants({ newChannel });
    await allIsSaid(database.db);
    const { channel, new_channel, channel_error } = await row(id);
    expect({ new_channel, channel_error }).toEqual({ new_channel: null, channel_error: null });
    expect(sonia.state.channels.filter((one) => one.name === newChannel)).toMatchObject([{ id: channel }]);
    expect(welcomes(channel ?? '', name)).toHaveLength(1);
    expect(sonia.screen()).toContain('Set up by @Sonia Sales');
  });

  it('is not created again by repeated requests', async () => {
    const { id, name } = await wants({ newChannel: 'again' });
    await allIsSaid(database.db);
    const { channel } = await row(id);
    const { teamId, userId } = sales;
    for (const message of [createChannel, enterChannel, welcomeCustomer]) {
      await enqueue(database.db, { message, subject: String(id), to: { teamId, userId } }, toInstant(MORNING));
    }
    await allIsSaid(database.db);
    expect((await row(id)).channel).toBe(channel);
    expect(welcomes(channel ?? '', name)).toHaveLength(1);
  });

  it('is created after the customer is restored, not while it is archived', async () => {
    office.workspace.faults.next('conversations.create', { kind: 'http', status: 500 });
    const { id, code } = await wants({ newChannel: 'later' });
    await archiveCustomer(database.db, code, sales, MORNING);
    await allIsSaid(database.db);
    expect(await row(id)).toMatchObject({ channel: null, new_channel: 'later' });
    await restoreCustomer(database.db, code, sales, MORNING);
    await allIsSaid(database.db);
    expect(await row(id)).toMatchObject({ new_channel: null, channel_error: null });
  });

  it('is refused when its name is taken: the person who asked is notified and chooses another name', async () => {
    const { id, code } = await wants({ newChannel: 'acme-training' });
    await eventually('she is told', () => told('The channel #acme-training for').length === 1);
    expect(told('acme-training')[0]?.text).toContain('a channel already has that name. Choose another name');
    expect(await row(id)).toMatchObject({ channel: null, channel_error: 'name_taken' });
    await sonia.clicks('Open the customer', { channel: sonia.is.directId });
    expect(sonia.screen()).toContain('#acme-training wasn’t created: a channel already has that name.');
    await sonia.clicks('Edit');
    await sonia.submits({ new_channel: 'another-training' });
    await eventually('it is there', async () => (await row(id)).channel !== null);
    expect(await row(id)).toMatchObject({ channel_error: null });
    expect(await count(database.db, 'ledger', { subject: code, action: 'customer.updated' })).toBe(2);
  });

  it('is not taken from the customer that already owns it', async () => {
    await wants({ newChannel: 'double' });
    await allIsSaid(database.db);
    const { id } = await wants({ newChannel: 'double' });
    await eventually('it fails', async () => (await row(id)).channel_error === 'name_taken');
    expect((await row(id)).channel).toBeNull();
  });

  it('can be one without the app: the person who chose it learns how to invite the app, and the invitation fixes it', async () => {
    await sonia.in('C0GLOBEX001').removesBot();
    await fill(database.db, 'customers: [{ code: GLOBEX, name: Globex }]');
    office.workspace.faults.next('conversations.info', { kind: 'error', error: 'channel_not_found' });
    const { id, name } = await wants({ channel: 'C0GLOBEX001' });
    await eventually('she is told', () => told(`${name}’s channel can’t be reached`).length === 1);
    expect(told(name)[0]?.text).toContain('/invite @Seats');
    expect((await row(id)).channel_error).toBe('channel_not_found');
    await sonia.in('C0GLOBEX001').invitesBot();
    await eventually('all is well', async () => (await row(id)).channel_error === null);
    await eventually('it says hello', () => welcomes('C0GLOBEX001', name).length === 1);
  });

  it('from an import is checked, and marked if the app is not in it, without a notice to anyone', async () => {
    const imports = async (channel: string) => {
      const sheet = readSheet(Buffer.from(`code,name,channel\nFILED,Filed,${channel}`), {
        timezone: 'UTC',
        locale: 'en',
      });
      await database.db.transaction((tx) => importSheet(tx, sheet, sales, MORNING));
      await allIsSaid(database.db);
      return found(database.db('customers').where({ code: 'FILED' }).first());
    };
    expect(await imports('C0NOWHERE01')).toMatchObject({ channel: 'C0NOWHERE01', channel_error: 'channel_not_found' });
    await database.db('customers').where({ code: 'FILED' }).update({ channel_by_team: 'T1', channel_by_user: 'U1' });
    expect(await imports('C0NOWHERE01')).toMatchObject({ channel_by_user: 'U1' });
    expect(await count(database.db, 'outbox', { kind: 'channel.check' })).toBe(1);
    office.workspace.faults.next('conversations.info', { kind: 'http', status: 500 });
    const filed = await imports(GENERAL);
    expect(filed).toMatchObject({ channel: GENERAL, channel_error: null, channel_by_user: null });
    expect(await count(database.db, 'outbox', { kind: 'channel.broken', subject: String(filed.id) })).toBe(0);
    expect(welcomes(GENERAL, 'Filed')).toHaveLength(0);
  });

  it('is repaired in one press if the app may join by itself', async () => {
    await fill(database.db, 'customers: [{ code: ACME, name: Acme }]');
    const { id, code, name } = await wants({ channel: ACME });
    await eventually('it says hello', () => welcomes(ACME, name).length === 1);
    await allIsSaid(database.db);
    await sonia.in(ACME).removesBot();
    await eventually('it is broken', async () => (await row(id)).channel_error === 'not_in_channel');
    await sonia.runs(`/seats customers ${code}`, GENERAL);
    expect(sonia.screen()).toContain('the app isn’t in it. Type /invite @Seats there.');
    await sonia.clicks('Open', { value: code });
    await sonia.clicks('Fix the channel');
    expect(await sonia.finds('Trying again.')).toBe(true);
    await eventually('it is mended', async () => (await row(id)).channel_error === null);
    await allIsSaid(database.db);
    expect(welcomes(ACME, name)).toHaveLength(1);
  });

  it('gets its welcome when the one in the customer’s former channel had no answer yet', async () => {
    await database.db('customers').update({ channel: null });
    office.workspace.faults.next('chat.postMessage', { kind: 'lost' });
    const { id, code, name } = await wants({ channel: ACME });
    await eventually('it says hello', () => welcomes(ACME, name).length === 1);
    // Meanwhile the first one is found.
    office.workspace.faults.next('conversations.info', { kind: 'slow', ms: 3_000 });
    const { version } = await row(id);
    const form = { name, timezone: 'UTC', locale: 'en', channel: GENERAL, newChannel: undefined, notes: undefined };
    await editCustomer(database.db, { ...form, customer: code, version }, sales, MORNING);
    await allIsSaid(database.db);
    expect(welcomes(GENERAL, name)).toHaveLength(1);
    expect(welcomes(ACME, name)).toHaveLength(1);
  });
});

describe('the customer form', () => {
  it.each(['Big', 'with space', 'a.b', '---', 'x'.repeat(81)])('refuses the channel name %s', (newChannel) => {
    const form = { name: 'A', channel: undefined, newChannel, timezone: 'UTC', locale: 'en', notes: undefined };
    expect(readCustomerForm(form).refusals).toMatchObject([{ code: 'channel.name', field: 'new_channel' }]);
  });
});
