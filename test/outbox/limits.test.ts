import { slackLimits } from '../../src/core/slack-limits';
import { forgetSent } from '../../src/outbox/outbox-overview';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { found } from '../support/found';
import { type Office, openOffice } from '../support/office';
import { assigns, sells } from '../support/people';
import { allIsSaid, count } from '../support/tables';
import { at, eventually } from '../support/time';

const SUNDAY = at('2026-03-01T15:00:00Z');
const ACME = 'C0ACME00001';
const GLOBEX = 'C0GLOBEX001';

describe.each(eachDatabase)('a sender within its limits, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => SUNDAY, spacingMs: 1_020, callsPerMinute: slackLimits });
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const posts = (channel: string) =>
    office.workspace.calls.filter(({ method, body }) => method === 'chat.postMessage' && body.channel === channel);

  const updates = () => office.workspace.calls.filter(({ method }) => method === 'chat.update');

  it('sends one message a second in a channel, and delays no other channel', async () => {
    for (const customer of ['ACME', 'ACME', 'GLOBEX']) await sells(database.db, { customer }, SUNDAY);
    await allIsSaid(database.db);
    const times = posts(ACME).map((call) => call.at);
    expect(times.length).toBe(3);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    // Allows for network delays on this machine, in either direction.
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(700);
    expect(posts(GLOBEX)[0]?.at).toBeLessThan(times[1] ?? 0);
  });

  it('pauses a rate-limited channel for as long as Slack says, and no other channel', async () => {
    office.workspace.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfter: 2 });
    await sells(database.db, {}, SUNDAY);
    await eventually('Slack has refused', () => posts(ACME).length === 1);
    await sells(database.db, { customer: 'GLOBEX' }, SUNDAY);
    await allIsSaid(database.db);
    const [refused, accepted] = posts(ACME);
    expect((accepted?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
    expect(posts(GLOBEX)[0]?.at).toBeLessThan(accepted?.at ?? 0);
  });

  it('updates a message once for all changes that come while Slack refuses updates, and posts meanwhile', async () => {
    const { reference: order } = await sells(database.db, { quantity: 10 }, SUNDAY);
    await allIsSaid(database.db);
    const before = updates().length;
    office.workspace.faults.next('chat.update', { kind: 'rate_limited', retryAfter: 4 });
    for (let number = 1; number <= 3; number += 1) await assigns(database.db, { pool: order }, SUNDAY);
    await eventually('Slack has refused', () => updates().length > before);
    for (let number = 1; number <= 5; number += 1) await assigns(database.db, { pool: order }, SUNDAY);
    const posted = posts(ACME).length;
    await sells(database.db, {}, SUNDAY);
    await allIsSaid(database.db);
    const [refused, ...accepted] = updates().slice(before);
    const message = await found(
      database
        .db('standing_messages')
        .where({ subject: `order:${order}` })
        .first(),
    );
    const ofOrder = accepted.filter(({ body }) => body.ts === message.ts);
    expect(ofOrder).toHaveLength(1);
    expect(Math.min(...accepted.map((call) => call.at)) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(4_000);
    expect((posts(ACME)[posted]?.at ?? 0) - (refused?.at ?? 0)).toBeLessThan(3_000);
  });

  it('lets Homes wait when Slack refuses to open one', async () => {
    office.workspace.faults.next('views.publish', { kind: 'rate_limited', retryAfter: 60 }, { times: 2 });
    await office.workspace.person('sonia').opensHome();
    await eventually('it is learnt', async () => (await count(database.db, 'call_budgets', { slowdown: 200 })) === 1);
    await sells(database.db, {}, SUNDAY);
    await eventually('the order is announced', () => posts(ACME).length > 0);
    const waits = { kind: 'home.refresh', state: 'pending', attempts: 0 } as const;
    await eventually('the Home waits', async () => (await count(database.db, 'outbox', waits)) === 1);
  });

  it('finishes deliveries under way when the program is told to stop, and starts no new one', async () => {
    office.workspace.faults.next('chat.postMessage', { kind: 'slow', ms: 700 });
    await sells(database.db, {}, SUNDAY);
    await eventually('it is on its way', async () => (await count(database.db, 'outbox', { state: 'sending' })) > 0);
    await office.close();
    expect(await count(database.db, 'outbox', { kind: 'order.announce', state: 'sent' })).toBe(1);
    expect(await count(database.db, 'outbox', { state: 'sending' })).toBe(0);
    office = await openOffice(database.db, { now: () => SUNDAY });
    await allIsSaid(database.db);
  });

  it('forgets messages that were sent long ago, and keeps dead letters', async () => {
    await sells(database.db, {}, SUNDAY);
    await allIsSaid(database.db);
    await database.db('outbox').where({ kind: 'board.refresh' }).update({ state: 'dead' });
    const settled = await count(database.db, 'outbox', { state: 'sent' });
    await database.db('outbox').update({ settled_at: '2026-10-01T00:00:00.000Z' });
    await forgetSent(database.db, '2026-09-30T23:59:59.000Z', []);
    expect(await count(database.db, 'outbox', { state: 'sent' })).toBe(settled);
    await forgetSent(database.db, '2026-10-01T00:00:01.000Z', []);
    expect(await count(database.db, 'outbox', { state: 'sent' })).toBe(0);
    expect(await count(database.db, 'outbox', { state: 'dead' })).toBe(1);
  });
});
