import { cpus, loadavg } from 'node:os';
import type { Database } from '../../src/database/database';

/** Includes the load average: with more busy programs than cores, the slowest figures are due to them. */
export async function describeMachine(db: Database): Promise<string> {
  const [{ version }] = await db.raw('select sqlite_version() as version');
  const [processor] = cpus();
  const name = `${cpus().length} cores (${processor?.model.trim()}, load ${loadavg()[0]?.toFixed(1)})`;
  return `${name}, Node ${process.version}, SQLite ${version}`;
}
