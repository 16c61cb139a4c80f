import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { type Office, openOffice } from '../support/office';
import { sendBytes, statusOf } from '../support/raw-request';

const [sqlite] = eachDatabase;
const FORM = 'application/x-www-form-urlencoded';
const MEGABYTE = 1024 * 1024;

describe('a stranger at the door', () => {
  let database: TestDatabase;
  let office: Office;
  const said: string[] = [];

  beforeAll(async () => {
    if (!sqlite) throw new Error('There is no database to test on.');
    database = await sqlite.open();
    office = await openOffice(database.db, { log: pino({ level: 'warn' }, { write: (line) => said.push(line) }) });
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  it.each([
    ['payload=null', FORM],
    ['payload=[[[[', FORM],
    ['payload=%7B&ssl_check=0', FORM],
    ['[[[[', 'application/json'],
  ])('is turned away before %s is parsed, whatever signature is made up', async (body, type) => {
    const guessed = { ...signed(body, 'guessed'), 'content-type': type };
    const cut = { ...guessed, 'x-slack-signature': 'v0=12' };
    for (const headers of [guessed, cut, { 'content-type': type }]) expect(await post(body, headers)).toBe(401);
  });

  it('is turned away when what Slack signed is ten minutes old, or is of ten minutes from now', async () => {
    for (const age of [600, -600]) expect(await post(HELP, { ...signed(HELP, secret(), age), ...AS_FORM })).toBe(401);
    expect(await post(HELP, { ...signed(HELP, secret()), ...AS_FORM })).toBe(200);
  });

  it('may be Slack with another secret, which the log says once', async () => {
    for (const secret of ['guessed', 'mistyped']) await post(HELP, { ...signed(HELP, secret), ...AS_FORM });
    expect(said.filter((line) => line.includes('compare SLACK_SIGNING_SECRET'))).toHaveLength(1);
  });

  it('is told that a body is too large before sending it', async () => {
    expect(await answerTo(begun({ ...signed('', 'guessed'), 'content-length': String(2 * MEGABYTE) }))).toBe(413);
    const chunked = begun({ ...signed('', 'guessed'), 'transfer-encoding': 'chunked' });
    const piece = `${MEGABYTE.toString(16)}\r\n${'['.repeat(MEGABYTE)}\r\n`;
    expect(await answerTo(chunked, piece, piece)).toBe(413);
  });

  it('reads the answer even while sending four megabytes', async () => {
    expect(await post('['.repeat(4 * MEGABYTE), { ...signed('', 'guessed'), ...AS_FORM })).toBe(413);
  });

  it('is turned away without a signature before the body has arrived', async () => {
    expect(await answerTo(begun({ 'content-length': '100000' }))).toBe(401);
    expect(await answerTo(begun({ 'transfer-encoding': 'chunked' }), `7d0\r\n${'a'.repeat(2_000)}\r\n`)).toBe(401);
  });

  it('is listened to with no other method', async () => {
    expect(await answerTo(begun({ 'content-length': '100000' }, 'PUT'))).toBe(404);
  });

  it('cannot fill the memory with unfinished bodies, nor keep Slack out meanwhile', async () => {
    const head = begun({ ...signed('', 'guessed'), 'content-length': String(MEGABYTE) });
    const strangers = Array.from({ length: 60 }, () => sendBytes(office.workspace.url, head, '['.repeat(MEGABYTE - 1)));
    const refused = await Promise.race((await Promise.all(strangers)).map(statusOf));
    expect(refused).toBe(503);
    expect(await post(HELP, { ...signed(HELP, secret()), ...AS_FORM })).toBe(200);
    for (const stranger of strangers) (await stranger).destroy();
  });

  it('may be Slack, which checks our certificate without a signature', async () => {
    expect(await post('token=1&ssl_check=1', AS_FORM)).toBe(200);
    expect(await post('payload={"type":"block_actions"}&ssl_check=10', AS_FORM)).toBe(401);
  });

  it('may be Slack, whose signature is over bytes, text or not', async () => {
    const body = Buffer.concat([Buffer.from(`${HELP}+`), Buffer.from([0xff, 0xfe])]);
    expect(await post(body, { ...signed(body, secret()), ...AS_FORM })).toBe(200);
  });

  const HELP = 'command=%2Fseats&team_id=T000000001&user_id=U0SONIA0001&channel_id=C0GENERAL01&trigger_id=1&text=help';
  const AS_FORM = { 'content-type': FORM };

  function secret(): string {
    return office.workspace.credentials.signingSecret;
  }

  function signed(body: string | Buffer, key: string, age = 0): Record<string, string> {
    const time = String(Math.floor(Date.now() / 1000) - age);
    const digest = createHmac('sha256', key).update(`v0:${time}:`).update(body).digest('hex');
    return { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${digest}` };
  }

  async function post(body: string | Buffer<ArrayBuffer>, headers: Record<string, string>): Promise<number> {
    const url = `${office.workspace.url}/slack/events`;
    const response = await fetch(url, { method: 'POST', body, headers });
    return response.status;
  }

  function begun(headers: Record<string, string>, method = 'POST'): string {
    const lines = Object.entries({ host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    return `${method} /slack/events HTTP/1.1\r\n${lines.join('')}\r\n`;
  }

  async function answerTo(...pieces: string[]): Promise<number | undefined> {
    const socket = await sendBytes(office.workspace.url, ...pieces);
    const status = await statusOf(socket);
    socket.destroy();
    return status;
  }
});
