import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
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
