import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const PATIENCE_MS = 60_000;

/** Starts Node in a folder, with only these settings. */
export function startNode(folder: string, words: readonly string[], settings: Record<string, string>): ChildProcess {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', PORT: '0', ...settings };
  return spawn(process.execPath, words, { cwd: folder, env });
}

/** Resolves to the exit code and the output of a program that ends by itself. Kills it after a minute. */
export async function ending(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += String(chunk);
    });
  }
  const impatience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  const [code] = await once(child, 'close');
  clearTimeout(impatience);
  return { code, said: said.trim() };
}

/** Sends SIGTERM and resolves to the exit code. */
export async function stop(child: ChildProcess): Promise<number | null> {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const [code] = await exit;
  return code;
}
