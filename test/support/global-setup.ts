import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offerPostgres } from './postgres/on-demand';
import { RUN_FOLDER } from './run-folder';

/** Prepares resources that all workers of a run share. Each is created when a test first needs it. */
async function globalSetup(): Promise<void> {
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

declare global {
  var endRun: (() => Promise<void>) | undefined;
}

module.exports = globalSetup;
