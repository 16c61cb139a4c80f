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

  it('`npm start` opens the local workspace', async () => {
    const program = npm('start');
    let said = '';
    for await (const chunk of program.stdout) {
      said += chunk;
      if (said.includes('open http://localhost:')) break;
    }
    process.kill(-(program.pid ?? 0), 'SIGKILL');
    expect(said).toMatch(/open http:\/\/localhost:\d+/);
  });

  it('`npm run seats` creates the database and reads from it', async () => {
    expect(await ends(npm('run', '-s', 'seats', '--', 'migrate'))).toBe(0);
    const { stdout } = npm('run', '-s', 'seats', '--', 'outbox');
    expect(await text(stdout)).toMatch(/^pending 0 /);
  });

  /** In a process group of its own, since npm leaves its child processes behind. */
  function npm(...words: string[]) {
    const settings = { PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: `sqlite:${join(folder, 'seats.sqlite')}` };
    const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings };
    return spawn('npm', words, { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  }
});

async function ends(program: ReturnType<typeof spawn>): Promise<unknown> {
  const [code] = await once(program, 'exit');
  return code;
}

async function text(stream: AsyncIterable<unknown>): Promise<string> {
  let all = '';
  for await (const chunk of stream) all += chunk;
  return all;
}
