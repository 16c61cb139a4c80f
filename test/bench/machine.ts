import { cpus, loadavg } from 'node:os';
import type { Database } from '../../src/database/database';

/** With how many programs wanted a core lately: more of them than cores, and the slowest figures are theirs. */
export async function describeMachine(db: Database): Promise<string> {
  const [{ version }] = await db.raw('select sqlite_version() as version');
  const [processor] = cpus();
  const name = `${cpus().length} cores (${processor?.model.trim()}, load ${loadavg()[0]?.toFixed(1)})`;
  return `${name}, Node ${process.version}, SQLite ${version}`;
}
