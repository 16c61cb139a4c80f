import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../src/database/migrate';
import { openDatabase } from '../src/database/open-database';
import { runBundled } from './support/bundle';
import { startProgram, startProgramIn } from './support/program';
import { ending, startNode } from './support/run-program';
import { count } from './support/tables';

/** A version unknown to SQLite makes it open the file only for reading, also for the super-user. */
const WRITE_VERSION_OFFSET = 18;

const ROOT = join(__dirname, '..');
const TOKENS = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' };

describe('starting and stopping', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seats-main-'));
  const database = { DATABASE_URL: `sqlite:${join(folder, 'seats.sqlite')}` };

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('stops cleanly on SIGTERM', async () => {
    const program = await startProgram(database);
    expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
    program.process.kill('SIGTERM');
    const [code] = await once(program.process, 'exit');
    expect(code).toBe(0);
  });

  it('starts with nothing in it when asked to', async () => {
    const settings = { DATABASE_URL: `sqlite:${join(folder, 'empty/seats.sqlite')}` };
    const program = await startProgram(settings, '--empty');
    await program.stop();
    const db = openDatabase(settings.DATABASE_URL);
    for (const table of ['courses', 'products', 'customers', 'orders'] as const) expect(await count(db, table)).toBe(0);
    await db.destroy();
  });

  it('deletes nothing of an empty workspace that is running, on its port or on another', async () => {
    const place = mkdtempSync(join(folder, 'twice-'));
    const program = await startProgramIn(place, {}, '--empty');
    const { port } = new URL(program.url);
    const file = join(place, 'data/empty', port, 'seats.sqlite');
    const { ino } = statSync(file);
    const again = startNode(place, [...(await runBundled('src/main.ts')), '--empty'], { PORT: port });
    expect(await ending(again)).toEqual({ code: 1, said: `Port ${port} is in use: set PORT to another one.` });
    const beside = await startProgramIn(place, {}, '--empty');
    await beside.stop();
    expect(statSync(file).ino).toBe(ino);
    expect((await (await fetch(`${program.url}/readyz`)).json()) as object).toMatchObject({ database: 'ok' });
    await program.stop();
  });

  it('reports that its port is taken', async () => {
    const program = await startProgram(database);
    const { port } = new URL(program.url);
    expect(await complaint({ ...database, PORT: port })).toContain(`Port ${port} is in use: set PORT to another one.`);
    await program.stop();
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET is missing'],
    [{ ...TOKENS, DATABASE_URL: 'postgres://127.0.0.1:1/none' }, 'DATABASE_URL cannot be reached'],
  ])('ends with one sentence for %j', async (settings, sentence) => {
    const said = await complaint({ ...database, ...settings });
    expect(said).toContain(sentence);
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  it('says that its database can only be read, not that somebody migrates it', async () => {
    const file = join(folder, 'read-only.sqlite');
    const db = openDatabase(`sqlite:${file}`);
    await migrate(db);
    await db.destroy();
    writeOneByte(file, WRITE_VERSION_OFFSET, 3);
    const said = await complaint({ DATABASE_URL: `sqlite:${file}` });
    expect(said).toMatch(
      /^DATABASE_URL cannot be written, only read \(SQLITE_READONLY: [^()]*\): let this program’s user/,
    );
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [
      'sqlite:/proc/seats/seats.sqlite',
      'The folder /proc/seats for the database cannot be created (ENOENT: no such file or directory): let this',
    ],
    [
      `sqlite:${join(ROOT, 'package.json/seats/seats.sqlite')}`,
      'move the file that is in its way, or set DATABASE_URL to',
    ],
  ])('says in one sentence that the folder of %s cannot be created', async (url, sentence) => {
    const said = await complaint({ DATABASE_URL: url });
    expect(said).toContain(sentence);
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  it('names the token that Slack refuses', async () => {
    const program = await startProgram(database);
    const slack = {
      SLACK_BOT_TOKEN: 'xoxb-wrong',
      SLACK_SIGNING_SECRET: 'secret',
      SLACK_API_URL: `${program.url}/api/`,
    };
    const another = { DATABASE_URL: `sqlite:${join(folder, 'another.sqlite')}` };
    expect(await complaint({ ...another, ...slack, LOG_LEVEL: 'silent' })).toMatch(
      /^SLACK_BOT_TOKEN is refused by Slack/,
    );
    await program.stop();
  });

  /** The output of the program before it fails. */
  async function complaint(settings: Record<string, string>): Promise<string> {
    const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', PORT: '0', ...settings };
    const child = spawn(process.execPath, await runBundled('src/main.ts'), { cwd: ROOT, env });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    const impatience = setTimeout(() => child.kill('SIGKILL'), 60_000);
    const [code] = await once(child, 'exit');
    clearTimeout(impatience);
    expect(code).toBe(1);
    return said;
  }
});

function writeOneByte(file: string, offset: number, value: number): void {
  const open = openSync(file, 'r+');
  writeSync(open, Buffer.from([value]), 0, 1, offset);
  closeSync(open);
}
