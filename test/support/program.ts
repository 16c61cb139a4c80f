import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { runBundled } from './bundle';

const ROOT = join(__dirname, '../..');

export interface Program {
  process: ChildProcess;
  /** The address it says it can be reached at. */
  url: string;
  stop: () => Promise<void>;
}

/** The program as `npm start` runs it, but on a free port and with data of its own. */
export async function startProgram(environment: Record<string, string>, ...flags: string[]): Promise<Program> {
  const child = spawn(process.execPath, [...(await runBundled('src/main.ts')), ...flags], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The program ended with ${code} before it said where it is.`)));
    child.stdout.on('data', (chunk) => {
      const found = /http:\/\/localhost:\d+/.exec(String(chunk));
      if (found) resolve(found[0]);
    });
  });
  return {
    process: child,
    url,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
