import { mkdtempSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';

/** The environment variable that tells workers the folder of their run. */
export const RUN_FOLDER = 'TEST_RUN_FOLDER';

/** A new folder, deleted at the end of the run. */
export function newFolder(prefix: string): string {
  return mkdtempSync(join(runFolder(), prefix));
}

/**
 * A file that is made once per run, by the first worker that asks for it. Concurrent workers each make their own, and
 * one of them stays.
 */
export async function onceInRun(
  name: string,
  exists: (file: string) => boolean,
  make: (file: string) => Promise<void>,
) {
  const file = join(runFolder(), name);
  if (exists(file)) return file;
  const draft = join(newFolder('draft-'), name);
  await make(draft);
  await rename(draft, file);
  return file;
}

function runFolder(): string {
  const folder = process.env[RUN_FOLDER];
  if (!folder) throw new Error('The folder of the run is made by the global set-up of Jest.');
  return folder;
}
