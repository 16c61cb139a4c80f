import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database';

const MIGRATIONS = { directory: join(__dirname, '../../migrations'), loadExtensions: ['.ts'] };
const WAIT_MS = 200;
const PATIENCE_MS = 30_000;

/** Brings the tables up to date; when several processes start together, one does it and the others wait for it. */
export async function migrate(db: Database): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await db.migrate.latest(MIGRATIONS);
      return;
    } catch (error) {
      if (!isRivalry(error)) throw error;
      if (Date.now() > deadline) throw error;
      await sleep(WAIT_MS);
    }
  }
}

export async function migrateDown(db: Database): Promise<void> {
  await db.migrate.rollback(MIGRATIONS, true);
}

/** Another process holds the lock, or made Knex's own tables at the same moment. */
function isRivalry(error: unknown): boolean {
  const { name, code = '', message = '' } = error as Error & { code?: string };
  return name === 'MigrationLocked' || code === 'SQLITE_BUSY' || code === '23505' || message.includes('already exists');
}
