import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

// Other tests start the same programs from a bundle that is built once per run.
describe('from the sources', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seats-scripts-'));

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['only npm is asked to', signal],
    ['everybody is asked to, as by Ctrl-C, and npm passes it on', signalGroup],
  ])('`npm start` opens the local workspace, and ends with all that it started when %s', async (_how, ask) => {
    const program = npm('workspace', 'start');
    try {
      const address = await addressIn(program.stdout);
      expect((await fetch(`${address}/healthz`)).status).toBe(200);
      const end = ends(program);
      ask(program, 'SIGTERM');
      expect(await end).toBe(0);
      await expect(fetch(`${address}/healthz`)).rejects.toThrow('fetch failed');
    } finally {
      signalGroup(program, 'SIGKILL');
    }
  });

  it('`npm run seats` creates the database and reads from it', async () => {
    expect(await ends(npm('outbox', 'run', '-s', 'seats', '--', 'migrate'))).toBe(0);
    const { stdout } = npm('outbox', 'run', '-s', 'seats', '--', 'outbox');
    expect(await text(stdout)).toMatch(/^pending 0 /);
  });

  /** In a process group of its own, since npm leaves its child processes behind. */
  function npm(database: string, ...words: string[]) {
    const settings = { PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: `sqlite:${join(folder, `${database}.sqlite`)}` };
    const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings };
    return spawn('npm', words, { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  }
});

async function ends(program: ReturnType<typeof spawn>): Promise<unknown> {
  const [code] = await once(program, 'exit');
  return code;
}

async function addressIn(stream: AsyncIterable<unknown>): Promise<string> {
  let all = '';
  for await (const chunk of stream) {
    all += chunk;
    const [address] = /http:\/\/localhost:\d+/.exec(all) ?? [];
    if (address) return address;
  }
  throw new Error(`No address is in: ${all}`);
}

function signal(program: ReturnType<typeof spawn>, name: NodeJS.Signals): void {
  program.kill(name);
}

function signalGroup({ pid }: ReturnType<typeof spawn>, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, name);
  } catch {
    // The whole group has ended.
  }
}

async function text(stream: AsyncIterable<unknown>): Promise<string> {
  let all = '';
  for await (const chunk of stream) all += chunk;
  return all;
}
