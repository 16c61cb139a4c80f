import { pino } from 'pino';
import { toInstant } from '../../src/core/time';
import { createApp } from '../../src/create-app';
import { USUAL_ROLES } from '../../src/moodle/moodle-role';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { type Office, openOffice } from '../support/office';
import { eventually } from '../support/time';

const ACME = 'C0ACME00001';

describe.each(eachDatabase)('notifying a channel about its seats, on $name', ({ open }) => {
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

  it('retries during a short outage of Slack, and posts once', async () => {
    office.workspace.faults.next('chat.postMessage', { kind: 'http', status: 503 });
    await generate();
    await eventually('the message arrives', () => messages().length > 0);
    expect(attempts()).toBe(2);
    expect(messages()).toHaveLength(1);
  });

  it('finds its message in the channel when the answer was lost, instead of posting it twice', async () => {
    office.workspace.faults.next('chat.postMessage', { kind: 'lost' });
    await generate();
    await eventually('the outbox is sure', async () => (await entry('order.announce'))?.state === 'sent');
    expect(messages()).toHaveLength(1);
    expect(attempts()).toBe(1);
    const { slack_ts } = (await entry('order.announce')) ?? {};
    expect(slack_ts).toBe(messages()[0]?.ts);
  });

  it('finds its message when our clock was hours ahead of Slack’s', async () => {
    office.workspace.faults.next('chat.postMessage', { kind: 'lost' });
    await generate();
    await eventually('the answer is lost', async () => (await entry('order.announce'))?.state === 'unknown');
    const ahead = toInstant(office.workspace.clock.now().plus({ hours: 2 }));
    await database.db('outbox').where({ state: 'unknown' }).update({ created_at: ahead, first_tried_at: ahead });
    await eventually('the outbox is sure', async () => (await entry('order.announce'))?.state === 'sent');
    expect(messages()).toHaveLength(1);
    expect(attempts()).toBe(1);
  });

  it('stays in doubt, and posts nothing twice, when the look-up fails too', async () => {
    office.workspace.faults.next('chat.postMessage', { kind: 'lost' });
    office.workspace.faults.next('conversations.history', { kind: 'rate_limited', retryAfter: 1 });
    await generate();
    await eventually('the outbox is sure', async () => (await entry('order.announce'))?.state === 'sent');
    expect(messages()).toHaveLength(1);
    expect(attempts()).toBe(1);
  });

  it('waits as long as Slack asks after a rate limit', async () => {
    office.workspace.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfter: 1 });
    await generate();
    await eventually('the first try was refused', () => attempts() === 1);
    await eventually('the message arrives', () => messages().length === 1);
    const [first, second] = office.workspace.calls.filter(
      ({ method, body }) => method === 'chat.postMessage' && String(body.text).includes('B0000000001'),
    );
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  it('notifies the person who generated the seats when the channel cannot be reached', async () => {
    office.workspace.faults.next('chat.postMessage', { kind: 'error', error: 'is_archived' });
    await generate();
    const sonia = office.workspace.person('sonia');
    await eventually('sonia is told', () => sonia.sees('didn’t reach Acme’s channel (is_archived)'));
    expect(sonia.screen()).toContain('The channel is archived. Restore it');
    expect((await entry('order.announce'))?.state).toBe('dead');
    expect(messages()).toHaveLength(0);
  });

  it('posts once with any number of senders', async () => {
    const { botToken, apiUrl, signingSecret } = office.workspace.credentials;
    const slack = { botToken, apiUrl, transport: { kind: 'http' as const, signingSecret } };
    const settings = {
      db: database.db,
      slack,
      log: pino({ level: 'silent' }),
      sales: { users: [] },
      admins: [],
      locale: 'en' as const,
      timezone: 'Europe/Paris',
      roles: USUAL_ROLES,
    };
    const senders = [1, 2, 3, 4].map(() => createApp(settings).sender);
    await generate();
    await Promise.all(senders.map((sender) => sender.round()));
    await Promise.all(senders.map((sender) => sender.drain()));
    await eventually('the message arrives', () => messages().length > 0);
    expect(messages()).toHaveLength(1);
    expect(attempts()).toBe(1);
  });

  it('sends waiting messages when the program starts again', async () => {
    office.workspace.faults.next('chat.postMessage', { kind: 'http', status: 500 }, { times: 100 });
    await generate();
    await eventually('a try failed', () => attempts() > 0);
    await office.close();
    office = await openOffice(database.db);
    await database.db('outbox').update({ due_at: '2026-01-01T00:00:00.000Z' });
    await eventually('the message arrives', () => messages().length === 1);
  });

  it('updates the message as seats are assigned', async () => {
    await generate();
    await eventually('the message arrives', () => messages().length === 1);
    const claire = office.workspace.person('claire');
    await claire.clicks('Attribuer une place', { channel: ACME });
    const typed = { trainee: 'new', first_name: 'Bruno', last_name: 'Petit', email: 'bruno@example.com' };
    await claire.submits({ ...typed, course: 'EXCEL-1' });
    await eventually('one seat fewer', () => claire.sees('2 places sur 3 à attribuer pour Acme'));
    expect(messages()).toHaveLength(1);
  });

  it('removes the buttons from the message when the order is cancelled', async () => {
    await generate();
    await eventually('the message arrives', () => messages().length === 1);
    const sonia = office.workspace.person('sonia');
    await sonia.runs('/seats list', ACME);
    await sonia.clicks('See references');
    await sonia.clicks('Cancel this order');
    await sonia.submits({ reason: 'Ordered twice' });
    expect(sonia.screen()).toContain('Order B0000000001 is cancelled. Its 3 seats can’t be assigned any more.');
    const claire = office.workspace.person('claire');
    await eventually('the channel knows', () => claire.sees('La commande B0000000001 est annulée'));
    expect(JSON.stringify(messages())).not.toContain('open_assign');
  });

  async function generate(): Promise<void> {
    const sonia = office.workspace.person('sonia');
    await sonia.runs('/seats generate');
    await sonia.submits({ customer: 'ACME', product: 'EXCEL-SEAT', quantity: '3' });
    expect(sonia.screen()).toContain('3 seats generated for Acme');
    await sonia.closes();
  }

  /** The messages about the order, without the channel's board. */
  function messages() {
    return office.workspace
      .person('claire')
      .messages(ACME)
      .filter(({ text }) => text.includes('B0000000001'));
  }

  function attempts(): number {
    return office.workspace.calls.filter(
      ({ method, body }) =>
        method === 'chat.postMessage' && body.channel === ACME && String(body.text).includes('B0000000001'),
    ).length;
  }

  function entry(kind: string) {
    return database.db('outbox').where({ kind }).first();
  }
});
