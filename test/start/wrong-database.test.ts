import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workspace } from '../../src/playground/workspace';
import { runBundled } from '../support/bundle';
import { seats } from '../support/command-line';
import { startProgram } from '../support/program';
import { ending, startNode, stop } from '../support/run-program';

/** As if in production: Slack answers, and is not the local workspace's own. */
let slack: Workspace;
let settings: Record<string, string>;
let folder: string;
let database: { DATABASE_URL: string };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seats-start-'));
  database = { DATABASE_URL: `sqlite:${join(folder, 'seats.sqlite')}` };
  slack = await Workspace.start({ port: 0 });
  const { botToken, signingSecret, apiUrl } = slack.credentials;
  settings = { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl };
});

afterEach(async () => {
  await slack?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('says that it created a database, but not that it opened one', async () => {
  const sentence = `A new database was created: ${database.DATABASE_URL}`;
  const first = await bot();
  expect(await untilRunning(first)).toContain(sentence);
  await stop(first);
  const second = await bot();
  expect(await untilRunning(second)).not.toContain('A new database');
  await stop(second);
  const imported = await seats(['migrate'], { DATABASE_URL: `sqlite:${join(folder, 'other.sqlite')}` });
  expect(imported.said).toContain('A new database was created: ');
});

it('does not play with a database of the real bot when the tokens were not loaded', async () => {
  const real = await bot();
  await untilRunning(real);
  await stop(real);
  const { code, said } = await ending(await main({ ...database }));
  expect(said).toMatch(/^The database has been used with the Slack workspace .* the local workspace does not open it/);
  expect(code).toBe(1);
});

it('does not send a play database’s messages to the real Slack, from the bot or from the command line', async () => {
  await (await startProgram(database)).stop();
  const { code, said } = await ending(await bot());
  expect(said).toContain('The database belongs to the local workspace, and SLACK_BOT_TOKEN is for ');
  expect(code).toBe(1);
  const reminded = await seats(['remind'], { ...database, ...settings });
  expect(reminded).toEqual({ code: 1, said: expect.stringContaining('The database belongs to the local workspace') });
  const checked = await seats(['check'], { ...database, ...settings, LOG_LEVEL: 'silent' });
  expect(checked.said).toMatch(/^FAIL.*The database belongs to the local workspace/m);
});

it('runs the real bot on a play database that was moved on purpose', async () => {
  await (await startProgram(database)).stop();
  const adopted = await seats(['adopt'], { ...database, ...settings });
  expect(adopted).toEqual({
    code: 0,
    said: expect.stringMatching(
      /^The database belongs to .* now\.\nIt has no Moodle: nobody is enrolled any more, .*\.$/,
    ),
  });
  const real = await bot();
  await untilRunning(real);
  expect(await stop(real)).toBe(0);
});

it('does not adopt without the token of a workspace', async () => {
  const { code, said } = await seats(['adopt'], database);
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('SLACK_BOT_TOKEN is missing') });
});

it.each([
  ['NODE_ENV is production', { NODE_ENV: 'production' }],
  ['DATABASE_URL is a PostgreSQL', { DATABASE_URL: 'postgres://127.0.0.1:1/seats' }],
])('opens no local workspace when %s, unless asked to', async (sign, production) => {
  const { code, said } = await ending(await main({ ...database, ...production }));
  expect(said).toBe(
    `SLACK_BOT_TOKEN is missing, and ${sign}: set the token, or start the local workspace on purpose with npm start -- --local.`,
  );
  expect(code).toBe(1);
  expect(existsSync(join(folder, 'seats.sqlite'))).toBe(false);
});

it('opens the local workspace on purpose, even with tokens', async () => {
  const program = await startProgram({ ...database, ...settings, NODE_ENV: 'production' }, '--local');
  expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
  await program.stop();
});

it('begins only when Slack says whose token it is', async () => {
  await slack.stop();
  const waiting = await bot();
  expect(await untilSaid(waiting, /Slack is out of reach/)).not.toContain('Seats is running');
  expect(await stop(waiting)).toBe(0);
});

async function main(environment: Record<string, string>, ...flags: string[]): Promise<ChildProcess> {
  return startNode(folder, [...(await runBundled('src/main.ts')), ...flags], environment);
}

function bot(): Promise<ChildProcess> {
  return main({ ...database, ...settings });
}

function untilRunning(child: ChildProcess): Promise<string> {
  return untilSaid(child, /Seats is running/);
}

/** Resolves to all output so far. */
function untilSaid(child: ChildProcess, sentence: RegExp): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The program ended: ${said}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        said += String(chunk);
        if (sentence.test(said)) resolve(said);
      });
    }
  });
}
