import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offerPostgres } from './postgres/on-demand';
import { RUN_FOLDER } from './run-folder';

/** Prepares what the workers of a run share, none of which is made before a test asks for it. */
async function globalSetup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'seats-run-'));
  process.env[RUN_FOLDER] = folder;
  // Programs that are bundled into the folder find there what is not put into them.
  symlinkSync(join(__dirname, '../../node_modules'), join(folder, 'node_modules'), 'dir');
  const stopPostgres = await offerPostgres();
  globalThis.endRun = async () => {
    await stopPostgres();
    rmSync(folder, { recursive: true, force: true });
  };
  // Jest ends without its teardown when it is asked to.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => globalThis.endRun?.().finally(() => process.kill(process.pid, signal)));
  }
}

declare global {
  var endRun: (() => Promise<void>) | undefined;
}

module.exports = globalSetup;
