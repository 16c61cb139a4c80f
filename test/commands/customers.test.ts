import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { found } from '../support/found';
import { fill, type Office, openOffice } from '../support/office';
import { MORNING, sells, sonia as soniasId } from '../support/people';
import { aSubmission, SignedClient } from '../support/signed-client';
import { allIsSaid, count } from '../support/tables';
import { eventually } from '../support/time';

const GENERAL = 'C0GENERAL01';

describe.each(screenDatabases)('customers, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let sonia: Person;
  let ada: Person;

  beforeAll(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    [sonia, ada] = [office.workspace.person('sonia'), office.workspace.person('ada')];
    await sells(database.db, { quantity: 3 }, MORNING);
    await sells(database.db, { quantity: 2, assignBy: '2026-03-02' }, MORNING.minus({ days: 5 }));
    await allIsSaid(database.db);
  });

  afterEach(async () => {
    for (const person of [sonia, ada]) if (person.modal) await person.closes({ all: true });
    await allIsSaid(database.db);
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  const row = (code: string) => found(database.db('customers').where({ code }).first());
  const ledger = (subject: string) => database.db('ledger').where({ subject }).orderBy('id');
  const opens = async (code: string, person = sonia) => {
    await person.runs(`/seats customers ${code}`, GENERAL);
    await person.clicks('Open', { value: code });
    await person.finds(`Code: ${code}`);
  };
  const begins = async () => {
    await sonia.runs('/seats customers', GENERAL);
    await sonia.clicks('New customer');
  };

  it('are listed with their seats left, their channel, and a button to each', async () => {
    await sonia.runs('/seats customers', GENERAL);
    expect(sonia.screen()).toContain('Acme (ACME)\n5 seats left to assign');
    expect(sonia.screen()).toContain('Globex (GLOBEX)\n0 seats left to assign');
    expect(sonia.screen()).toContain('<#C0ACME00001>');
  });

  it('are found by name or code; an empty result is explained', async () => {
    await sonia.runs('/seats customers', GENERAL);
    await sonia.submits({ search: 'glob' });
    expect(sonia.screen()).toContain('1 customer\n');
    expect(sonia.screen()).not.toContain('Acme (ACME)');
    await sonia.submits({ search: 'nobody such' });
    expect(sonia.screen()).toContain('No customer matches “nobody such”.');
  });

  it('are described in words on a card', async () => {
    await opens('ACME', ada);
    const card = ada.screen();
    expect(card).toContain('Time zone: Europe/Paris · Language: Français');
    expect(card).toContain('Channel: <#C0ACME00001>');
    expect(card).toContain('Coordinators: @Claire Coordinator');
    expect(card).toContain('Last order: B0000000002, 2 seats of Excel, on 25 February 2026');
    await ada.clicks('Reminder settings');
    expect(ada.screen()).toContain('Save');
    await ada.closes({ all: true });
    await opens('ACME', ada);
    await ada.clicks('Generate seats');
    expect(ada.screen()).toContain('Acme');
    expect(ada.screen()).toContain('Units of the product');
  });

  it('can start with only a name: their code derives from it', async () => {
    await begins();
    await sonia.submits({ name: 'Société  Lyonnaise', notes: 'Pays late.' });
    expect(sonia.errors).toEqual({});
    expect(sonia.screen()).toContain('Saved.');
    expect(sonia.screen()).toContain('No channel yet');
    expect(sonia.screen()).toContain('Notes: Pays late.');
    expect(await row('SOCIETE-LYONNAISE')).toMatchObject({ name: 'Société Lyonnaise', channel: null, locale: 'en' });
    expect(await ledger('SOCIETE-LYONNAISE')).toMatchObject([
      { action: 'customer.created', actor_user: 'U0SONIA0001' },
    ]);
    await sonia.closes();
    expect(await sonia.finds('Société Lyonnaise (SOCIETE-LYONNAISE)')).toBe(true);
    await sonia.clicks('New customer');
    await sonia.submits({ name: 'Societe Lyonnaise' });
    expect(sonia.screen()).toContain('Code: SOCIETE-LYONNAISE-2');
  });

  it('get a new channel, with a welcome that names the person who asked for it', async () => {
    await begins();
    await sonia.submits({ name: 'Initech', code: 'INI', new_channel: '#initech-training', language: 'fr' });
    expect(sonia.screen()).toContain('The channel is being created.');
    await sonia.closes({ all: true });
    expect(await sonia.finds('# initech-training', 5_000)).toBe(true);
    await eventually('the welcome stands', () => sonia.sees('Bienvenue, Initech'));
    await allIsSaid(database.db);
    expect(sonia.screen()).toContain('Mis en place par @Sonia Sales');
    const { channel } = await row('INI');
    const [welcome] = sonia.messages(channel ?? '');
    for (const action of ['open_assign', 'open_list', 'open_reminders']) {
      expect(JSON.stringify(welcome?.blocks)).toContain(`"action_id":"${action}"`);
    }
    expect(await row('INI')).toMatchObject({ new_channel: null, channel_error: null });
    expect(JSON.parse((await ledger('INI')).at(-1)?.after ?? '')).toEqual({ channel });
  });

  it('get the channel that a person chooses, and the app joins it', async () => {
    await begins();
    await sonia.submits({ name: 'General Store', code: 'GEN', channel: GENERAL });
    await eventually('it says hello', () => sonia.sees('Welcome, General Store'));
    expect(await row('GEN')).toMatchObject({ channel: GENERAL, channel_error: null });
    await sonia.closes({ all: true });
    await opens('GEN');
    await sonia.clicks('Edit');
    await sonia.submits({ channel: '' });
    expect(await row('GEN')).toMatchObject({ channel: null });
  });

  it('show all refusals at once, each beside its field', async () => {
    await begins();
    const values = { name: ' ', code: 'acme', new_channel: 'Big News', timezone: 'Mars/Base', language: 'la' };
    const { body } = await new SignedClient(office.workspace).submits(soniasId, aSubmission('customer_form', values));
    expect(Object.keys(body.errors ?? {}).sort()).toEqual(['code', 'language', 'name', 'new_channel', 'timezone']);
    await sonia.submits({ name: 'GLOBEX', timezone: 'Europe/Paris' });
    expect(sonia.errors.name).toContain('There’s already a customer named Globex (GLOBEX). Add a town');
    await sonia.submits({ name: 'Acme again', code: 'ACME2', channel: 'C0GLOBEX001', timezone: 'Europe/Paris' });
    expect(sonia.errors.channel).toBe('This channel belongs to Globex. Choose another one.');
    await sonia.submits({ new_channel: 'other' });
    expect(sonia.errors.new_channel).toContain('not both');
  });

  it('accept one of two concurrent edits, and refuse the other', async () => {
    await fill(database.db, 'customers: [{ code: TWO, name: Two }]');
    await opens('TWO');
    await opens('TWO', ada);
    await sonia.clicks('Edit');
    await ada.clicks('Edit');
    await sonia.submits({ name: 'Two of Sonia' });
    await ada.submits({ name: 'Two of Ada' });
    expect(ada.screen()).toContain('Someone changed this customer after you opened the form');
    expect(ada.screen()).toMatch(/Now:\s+Name: Two of Sonia\s/);
    expect((await row('TWO')).name).toBe('Two of Sonia');
    expect(await count(database.db, 'ledger', { subject: 'TWO', action: 'customer.updated' })).toBe(1);
    await ada.submits();
    expect((await row('TWO')).name).toBe('Two of Ada');
  });

  it('are created once, however often the form is sent', async () => {
    const client = new SignedClient(office.workspace);
    const values = { name: 'Hooli', new_channel: 'hooli', timezone: 'UTC', language: 'en' };
    const form = aSubmission('customer_form', values);
    const replies = await Promise.all([1, 2, 3].map(() => client.submits(soniasId, form)));
    for (const { body } of replies) expect(body.response_action).toBe('update');
    expect(await count(database.db, 'customers', { name: 'Hooli' })).toBe(1);
    await allIsSaid(database.db);
    const made = office.workspace.calls.filter(
      ({ method, body }) => method === 'conversations.create' && body.name === 'hooli',
    );
    expect(made).toHaveLength(1);
  });

  it('come in pages of twenty', async () => {
    const many = Array.from({ length: 45 }, (_, index) => ({ code: `PAGE-${index}`, name: `Page ${100 + index}` }));
    await fill(database.db, JSON.stringify({ customers: many }));
    await sonia.runs('/seats customers page', GENERAL);
    expect(sonia.screen()).toContain('45 customers');
    expect(sonia.modal?.blocks.length).toBeLessThanOrEqual(100);
    await sonia.clicks('Next page');
    await sonia.clicks('Next page');
    expect(sonia.screen()).toContain('Page 3 of 3');
    expect(sonia.screen()).toContain('Page 144 (PAGE-44)');
    expect(sonia.screen()).not.toContain('[Next page]');
  });
});
