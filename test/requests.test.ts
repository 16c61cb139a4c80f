import { createHmac } from 'node:crypto';
import { eachDatabase, type TestDatabase } from './support/databases';
import { type Office, openOffice } from './support/office';

const [sqlite] = eachDatabase;

describe('requests that Slack would not send', () => {
  let database: TestDatabase;
  let office: Office;

  beforeAll(async () => {
    if (!sqlite) throw new Error('There is no database to test on.');
    database = await sqlite.open();
    office = await openOffice(database.db);
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  it.each([
    ['payload=null', 'application/x-www-form-urlencoded', 400],
    ['payload=%7B', 'application/x-www-form-urlencoded', 400],
    ['null', 'application/json', 400],
    ['{', 'application/json', 400],
  ])('refuses the signed body %s and keeps running', async (body, type, status) => {
    expect((await send(body, type)).status).toBe(status);
    expect((await fetch(`${office.workspace.url}/healthz`)).status).toBe(200);
  });

  it('refuses requests that are unsigned, badly signed or old', async () => {
    const body = 'command=%2Fseats&text=help';
    const form = 'application/x-www-form-urlencoded';
    expect((await send(body, form, { secret: 'another' })).status).toBe(401);
    expect((await send(body, form, { age: 600 })).status).toBe(401);
    const unsigned = await fetch(address(), { method: 'POST', body, headers: { 'content-type': form } });
    expect(unsigned.status).toBe(401);
  });

  it('accepts a form that states its charset', async () => {
    const body =
      'command=%2Fseats&text=help&team_id=T000000001&user_id=U0SONIA0001&channel_id=C0GENERAL01&trigger_id=1';
    const response = await send(body, 'application/x-www-form-urlencoded;charset=UTF-8');
    expect(await response.text()).toContain('You can generate seats for any customer');
  });

  it('reports that it is alive and ready', async () => {
    const ready = await fetch(`${office.workspace.url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ ready: true, database: 'ok', slack: 'ok', outboxAgeSeconds: 0 });
  });

  function address(): string {
    return `${office.workspace.url}/slack/events`;
  }

  function send(body: string, type: string, { secret = office.workspace.credentials.signingSecret, age = 0 } = {}) {
    const time = String(Math.floor(Date.now() / 1000) - age);
    const digest = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
    const headers = { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${digest}`, 'content-type': type };
    return fetch(address(), { method: 'POST', body, headers });
  }
});
