import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Workspace } from '../../src/playground/workspace';
import { runBundled } from './bundle';

const ROOT = join(__dirname, '../..');

export interface Program {
  process: ChildProcess;
  /** The address in the program's own output. */
  url: string;
  stop: () => Promise<void>;
}

/** Starts the bundled program of `npm start`, on a free port and with its own data. */
export async function startProgram(environment: Record<string, string>, ...flags: string[]): Promise<Program> {
  return startProgramIn(ROOT, environment, ...flags);
}

export async function startProgramIn(
  folder: string,
  environment: Record<string, string>,
  ...flags: string[]
): Promise<Program> {
  return running(await spawnProgram(environment, flags, folder), /http:\/\/localhost:\d+/);
}

/**
 * Starts the bundled program as a bot of that workspace, over HTTP unless the environment has an app token. Without an
 * answer of Slack it only listens.
 */
export async function startBot(
  workspace: Workspace,
  environment: Record<string, string>,
  state: 'Listening' | 'Seats is running' = 'Seats is running',
): Promise<Program> {
  const { botToken, signingSecret, apiUrl } = workspace.credentials;
  const slack = { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl };
  const child = await spawnProgram({ ...slack, SALES_USERS: 'U0SONIA0001', ...environment }, []);
  return running(child, new RegExp(`(?<="port":)\\d+(?=.*${state})`));
}

type SpawnedProgram = ChildProcessByStdio<null, Readable, null>;

async function spawnProgram(environment: Record<string, string>, flags: string[], cwd = ROOT): Promise<SpawnedProgram> {
  return spawn(process.execPath, [...(await runBundled('src/main.ts')), ...flags], {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Resolves when the program has said where it is: with its address, or its port. */
async function running(child: SpawnedProgram, place: RegExp): Promise<Program> {
  const [found] = await new Promise<RegExpExecArray>((resolve, reject) => {
    let said = '';
    child.once('exit', (code) => reject(new Error(`The program ended with ${code} before it said where it is.`)));
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      const match = place.exec(said);
      if (match) resolve(match);
    });
  });
  return {
    process: child,
    url: /^\d+$/.test(found) ? `http://127.0.0.1:${found}` : found,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
