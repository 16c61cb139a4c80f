import { existsSync, mkdtempSync, rmSync, statfsSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offerPostgres } from './postgres/on-demand';
import { RUN_FOLDER } from './run-folder';

const MEMORY = '/dev/shm';
/** Far more than a run needs, and more than containers offer by default. */
const ROOMY_BYTES = 4 * 1024 ** 3;

/** Prepares resources that all workers of a run share. Each is created when a test first needs it. */
async function globalSetup(): Promise<void> {
  // Databases in memory spare the run its waits for the disk; workers inherit the variable.
  if (process.env.TMPDIR === undefined && isRoomy(MEMORY)) process.env.TMPDIR = MEMORY;
  const folder = mkdtempSync(join(tmpdir(), 'seats-run-'));
  process.env[RUN_FOLDER] = folder;
  // Bundled programs in the folder resolve their external modules there.
  symlinkSync(join(__dirname, '../../node_modules'), join(folder, 'node_modules'), 'dir');
  const stopPostgres = await offerPostgres();
  globalThis.endRun = async () => {
    await stopPostgres();
    rmSync(folder, { recursive: true, force: true });
  };
  // On a signal, Jest ends without running its teardown.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => globalThis.endRun?.().finally(() => process.kill(process.pid, signal)));
  }
}

function isRoomy(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > ROOMY_BYTES;
}

declare global {
  var endRun: (() => Promise<void>) | undefined;
}

module.exports = globalSetup;
