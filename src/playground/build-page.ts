import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { PAGE_FOLDER, ROOT } from './source-files';

const cache = join(ROOT, 'node_modules/.cache/local-workspace');
const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js');

/** Returns the folder of the built page. Builds it in about a second, unless a build of the same sources exists. */
export async function buildPage(): Promise<string> {
  const folder = join(cache, await fingerprint());
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  await build(draft);
  // Another process may have built the same sources meanwhile; either build will do.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
  return folder;
}

/** Runs in a separate process: Vite does not run inside Jest, and would set NODE_ENV for the bot. */
async function build(outDir: string): Promise<void> {
  const options = ['build', PAGE_FOLDER, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'];
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, ...options], { cwd: ROOT, env });
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(PAGE_FOLDER, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of [...files.sort(), __filename, join(ROOT, 'package-lock.json')]) {
    hash.update(file.slice(ROOT.length)).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}
