import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { Workspace } from '../../src/playground/workspace';
import { type Program, startBot } from '../support/program';
import { sendBytes, statusOf } from '../support/raw-request';
import { newFolder } from '../support/run-folder';
import { eventually } from '../support/time';

const GET_READYZ = 'GET /readyz HTTP/1.1\r\nhost: localhost\r\n\r\n';

describe('a bot that is told to stop', () => {
  let workspace: Workspace;
  let bot: Program;

  beforeEach(async () => {
    workspace = await Workspace.start({ port: 0 });
    bot = await startBot(workspace, { DATABASE_URL: database() });
    workspace.deliverTo(`${bot.url}/slack/events`);
  });

  afterEach(async () => {
    bot?.process.kill('SIGKILL');
    await workspace?.stop();
  });

  it('ends while people on open connections go on asking, and tells them to go elsewhere', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 4 });
    const endings: (string | undefined)[] = [];
    const goOn = async () => {
      for (;;) endings.push((await ask('/healthz', agent)).headers.connection);
    };
    const askers = Promise.allSettled([goOn(), goOn(), goOn(), goOn()]);
    await eventually('they ask', () => endings.length > 20);
    expect(new Set(endings)).toEqual(new Set(['keep-alive']));
    expect(await stopped()).toBe(0);
    // Refused, or hung up on while asking.
    expect((await askers).map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    expect(endings).toContain('close');
  });

  it('ends within half a minute, although Moodle has taken a call and never answers it', async () => {
    const hanging = createServer().listen(0, '127.0.0.1');
    await once(hanging, 'listening');
    const { port } = hanging.address() as AddressInfo;
    const waits = once(hanging, 'connection');
    const moodle = { MOODLE_URL: `http://127.0.0.1:${port}`, MOODLE_TOKEN: 'token' };
    bot.process.kill('SIGKILL');
    bot = await startBot(workspace, { DATABASE_URL: database(), ...moodle });
    await waits;
    const since = performance.now();
    await stopped();
    expect(performance.now() - since).toBeLessThan(29_000);
    hanging.close();
  });

  it('says at once that it is not ready, and still answers who presses meanwhile', async () => {
    const sonia = workspace.person('sonia');
    expect((await ask('/readyz')).statusCode).toBe(200);
    const end = stopped();
    await eventually('it is not ready', async () => (await ask('/readyz')).statusCode === 503);
    expect(await sonia.runs('/seats help')).toEqual({ ok: true });
    expect(await end).toBe(0);
    await expect(ask('/readyz')).rejects.toThrow('ECONNREFUSED');
  });

  it('answers once more over a connection that waits, and hangs up on it', async () => {
    const waiting = await sendBytes(bot.url, GET_READYZ);
    expect(await statusOf(waiting)).toBe(200);
    const end = stopped();
    await eventually('it is not ready', async () => (await ask('/readyz')).statusCode === 503);
    waiting.write(GET_READYZ);
    expect(await statusOf(waiting)).toBe(503);
    await once(waiting.resume(), 'close');
    expect(await end).toBe(0);
  });

  it('hangs up on those who say nothing more, and on those who never finish asking', async () => {
    const idle = await sendBytes(bot.url, GET_READYZ);
    expect(await statusOf(idle)).toBe(200);
    const slow = await sendBytes(bot.url, 'POST /slack/events HTTP/1.1\r\nhost: localhost\r\n');
    const dripping = setInterval(() => slow.write('x-more: 1\r\n'), 100);
    expect(await stopped()).toBe(0);
    clearInterval(dripping);
  });

  it('ends also when everybody it was started by passes the signal on', async () => {
    const end = stopped();
    bot.process.kill('SIGTERM');
    bot.process.kill('SIGINT');
    expect(await end).toBe(0);
  });

  async function stopped(): Promise<unknown> {
    const exit = once(bot.process, 'exit');
    bot.process.kill('SIGTERM');
    const [code] = await exit;
    return code;
  }

  function ask(path: string, agent?: Agent): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const asked = request(`${bot.url}${path}`, { agent: agent ?? new Agent() }, (answer) => {
        answer.resume().once('end', () => resolve(answer));
      });
      asked.once('error', reject).end();
    });
  }
});

describe('a bot that never reached Slack', () => {
  it('ends all the same', async () => {
    const workspace = await Workspace.start({ port: 0, transport: 'socket' });
    workspace.faults.next('*', { kind: 'http', status: 503 }, { times: 100_000 });
    const { appToken } = workspace.credentials;
    const bot = await startBot(workspace, { SLACK_APP_TOKEN: appToken, DATABASE_URL: database() }, 'Listening');
    const exit = once(bot.process, 'exit');
    bot.process.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    await workspace.stop();
  });
});

function database(): string {
  return `sqlite:${newFolder('stopping-')}/seats.sqlite`;
}
