import { inspect } from 'node:util';
import { connectMoodle } from '../../src/moodle/connect';
import type { MoodleCall, MoodleConnection } from '../../src/moodle/transport';
import { failureOf, json, openSite, type Site, TOKEN } from './site';

const ENROLMENT = [{ courseId: 2, accountId: 16, roleId: 5, start: 0, end: 0 }];
const SITE_INFO = { sitename: 'Example', release: '4.5', username: 'bot', userid: 3, functions: [] };
const HTML = { 'content-type': 'text/html' };

describe('calls to Moodle', () => {
  let site: Site;
  const logged: object[] = [];
  const traced: MoodleCall[] = [];

  beforeEach(async () => {
    logged.length = 0;
    traced.length = 0;
    site = await openSite();
  });
  afterEach(() => site.close());

  const connect = (more: Partial<MoodleConnection> = {}) =>
    connectMoodle({
      url: site.url,
      token: TOKEN,
      log: { warn: (...line) => logged.push(line) },
      trace: (call) => traced.push(call),
      ...more,
    });

  it('are all traced, and failed ones are logged with Moodle’s own message', async () => {
    const moodle = connect();
    site.answer(json(SITE_INFO));
    await moodle.site();
    site.answer(json({ exception: 'x', errorcode: 'nopermissions', message: '<b>Not</b> allowed' }));
    const failure = await failureOf(moodle.enrol(ENROLMENT));
    const told = { call: 'enrol_manual_enrol_users', kind: 'misconfigured', code: 'moodle.permission' };
    const words = 'nopermissions: Not allowed';
    expect(failure).toMatchObject({ ...told, words, message: 'enrol_manual_enrol_users: moodle.permission' });
    expect(logged).toEqual([[expect.objectContaining({ ...told, words }), expect.any(String)]]);
    expect(traced).toMatchObject([
      { call: 'core_webservice_get_site_info', outcome: 'ok' },
      { call: 'enrol_manual_enrol_users', outcome: 'misconfigured', code: 'moodle.permission' },
    ]);
  });

  it.each([
    ['sitemaintenance', true],
    ['nopermissions', true],
    ['invaliduser', false],
    ['invalidparameter', false],
  ])('report whether a refused call is worth repeating later: %s', async (errorcode, isForLater) => {
    site.answer(json({ exception: 'x', errorcode, message: '' }));
    expect(await failureOf(connect().enrol(ENROLMENT))).toMatchObject({ isForLater });
  });

  it('may be retried, even writes, when no server answers', async () => {
    const moodle = connect();
    await site.close();
    const failure = await failureOf(moodle.enrol(ENROLMENT));
    expect(failure).toMatchObject({ kind: 'retry', code: 'moodle.unreachable' });
    expect(failure).toMatchObject({ words: expect.stringContaining('ECONNREFUSED') });
  });

  it('leave a write in doubt when the connection breaks, but not a read', async () => {
    const moodle = connect();
    site.answer((response) => response.destroy());
    expect(await failureOf(moodle.site())).toMatchObject({ kind: 'retry', code: 'moodle.unreachable' });
    expect(await failureOf(moodle.enrol(ENROLMENT))).toMatchObject({ kind: 'look', code: 'moodle.uncertain' });
    site.answer((response) => response.writeHead(200, { 'content-length': 4 }).write('nu', () => response.destroy()));
    expect(await failureOf(moodle.enrol(ENROLMENT))).toMatchObject({ kind: 'look', code: 'moodle.uncertain' });
  });

  it('end after a while without an answer', async () => {
    const moodle = connect({ timeoutMs: 50 });
    site.answer(() => undefined);
    const [reading, writing] = await Promise.all([failureOf(moodle.site()), failureOf(moodle.enrol(ENROLMENT))]);
    expect(reading).toMatchObject({ kind: 'retry', code: 'moodle.unreachable', words: 'TimeoutError' });
    expect(writing).toMatchObject({ kind: 'look', code: 'moodle.uncertain' });
    site.answer((response) => response.writeHead(200).write('nu'));
    expect(await failureOf(moodle.enrol(ENROLMENT))).toMatchObject({ kind: 'look', code: 'moodle.uncertain' });
  });

  it('get more time when they read much', async () => {
    const moodle = connect({ timeoutMs: 400 });
    site.answer((response) => setTimeout(() => response.end('{"courses":[]}'), 600));
    expect(await moodle.courses()).toEqual([]);
    expect(await failureOf(moodle.course(2))).toMatchObject({ kind: 'retry' });
  });

  it('follow no redirect', async () => {
    const elsewhere = await openSite();
    site.answer((response) => response.writeHead(307, { location: `${elsewhere.url}/` }).end());
    const failure = await failureOf(connect().enrol(ENROLMENT));
    expect(failure).toMatchObject({ kind: 'misconfigured', code: 'moodle.address' });
    expect(elsewhere.asked).toEqual([]);
    await elsewhere.close();
  });

  it('respect the limit of concurrent calls, and none waits for ever', async () => {
    let now = 0;
    let most = 0;
    site.answer((response, form) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        const isOdd = Number(form.get('value')) % 2 === 1;
        response.end(isOdd ? 'not well' : '{"courses":[]}');
      }, 5);
    });
    const moodle = connect({ maxAtOnce: 3 });
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => moodle.course(n)));
    expect(most).toBe(3);
    expect(results.map(({ status }) => status)).toEqual(
      Array.from({ length: 20 }, (_, n) => (n % 2 === 1 ? 'rejected' : 'fulfilled')),
    );
  });

  it('run first come, first served', async () => {
    site.answer(json({ courses: [] }));
    const moodle = connect({ maxAtOnce: 1 });
    await Promise.all(Array.from({ length: 10 }, (_, n) => moodle.course(n)));
    expect(site.asked.map(({ form }) => form.get('value'))).toEqual('0123456789'.split(''));
  });

  const ECHOES: [string, Parameters<Site['answer']>[0]][] = [
    ['hanging up', (response) => response.destroy()],
    ['a page with it', (response) => response.writeHead(200, HTML).end(`<p>wstoken=${TOKEN}&amp;</p>`)],
    ['an error page with it', (response) => response.writeHead(500, HTML).end(`<p>wstoken=${TOKEN}</p>`)],
    ['a redirect with it', (response) => response.writeHead(302, { location: `/?t=${TOKEN}` }).end()],
    ['a type with it', (response) => response.writeHead(200, { 'content-type': `text/${TOKEN}` }).end('…')],
    ['a refusal with it', json({ exception: 'x', errorcode: TOKEN, message: `Invalid token ${TOKEN}` })],
    ['an unexpected answer with it', json({ [TOKEN]: TOKEN })],
  ];

  it.each(ECHOES)('keep the token out of errors, logs and addresses: %s', async (_, answer) => {
    site.answer(answer);
    const moodle = connect();
    const failures = [await failureOf(moodle.site()), await failureOf(moodle.enrol(ENROLMENT))];
    expect(failures).toMatchObject([{ name: 'MoodleFailure' }, { name: 'MoodleFailure' }]);
    expect(site.asked.map(({ form }) => form.get('wstoken'))).toEqual([TOKEN, TOKEN]);
    const everything = inspect([failures, logged, traced, site.asked.map(({ path }) => path)], {
      depth: 20,
      showHidden: true,
      maxStringLength: Number.POSITIVE_INFINITY,
    });
    expect(everything).not.toContain(TOKEN);
  });
});
