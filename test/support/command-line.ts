import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { runBundled } from './bundle';

const ROOT = join(__dirname, '../..');

/** Runs `npm run seats -- …`. Returns its output and exit code. */
export function seats(words: string[], settings: Record<string, string>) {
  return run('src/cli/seats.ts', words, settings);
}

/** The same for `npm run moodle-check -- …`. */
export function moodleCheck(words: string[], settings: Record<string, string>) {
  return run('src/cli/moodle-check.ts', words, settings);
}

async function run(file: string, words: string[], settings: Record<string, string>) {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LOG_LEVEL: 'silent', ...settings };
  const child = spawn(process.execPath, [...(await runBundled(file)), ...words], { cwd: ROOT, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  }
  const [code] = await once(child, 'exit');
  return { code: Number(code), said: said.trim() };
}
