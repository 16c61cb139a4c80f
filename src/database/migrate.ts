import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, isUnavailable } from './database';
import { migrationFiles } from './migration-files';

const MIGRATIONS = { migrationSource: migrationFiles };
const WAIT_MS = 200;
const PATIENCE_MS = 30_000;

/** The migration lock stays taken, as after a crash during a migration. */
export class LockedError extends Error {
  constructor() {
    super(
      'The database is locked for a migration. If no other process is at it, run: npm run seats -- migrate --unlock',
    );
  }
}

/** People must first decide something about the data. */
export class RefusedError extends Error {}

export async function unlockMigrations(db: Database): Promise<void> {
  await db.migrate.forceFreeMigrationsLock(MIGRATIONS);
}

/**
 * Migrates to the newest version; returns whether the database was new. When several processes start together, one
 * migrates and the others wait. Throws LockedError after half a minute, and RefusedError when people must decide
 * something first.
 */
export async function migrate(db: Database): Promise<{ isNew: boolean }> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      const isNew = (await db.migrate.currentVersion(MIGRATIONS)) === 'none';
      await db.migrate.latest(MIGRATIONS);
      return { isNew };
    } catch (error) {
      if (isRefusal(error)) throw new RefusedError(error.message);
      if (!isRivalry(error)) throw error;
      if (Date.now() > deadline) throw new LockedError();
      await sleep(WAIT_MS);
    }
  }
}

/** Whether `migrate` would change nothing. The database must have been migrated before. */
export async function isUpToDate(db: Database): Promise<boolean> {
  const [, pending]: [unknown[], unknown[]] = await db.migrate.list(MIGRATIONS);
  return pending.length === 0;
}

export async function migrateDown(db: Database): Promise<void> {
  await db.migrate.rollback(MIGRATIONS, true);
}

/** Reverts the newest migration only. */
export async function migrateDownOnce(db: Database): Promise<void> {
  await db.migrate.down(MIGRATIONS);
}

/** Recognised by name, because migrations import nothing of ours. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Error && error.name === 'MigrationRefused';
}

/** Another process holds the lock, or created Knex's own tables at the same moment. */
function isRivalry(error: unknown): boolean {
  const { name, code = '', message = '' } = error as Error & { code?: string };
  // Knex says so of whatever fails while it takes the lock.
  if (name === 'MigrationLocked') return !isUnavailable(error);
  return code === 'SQLITE_BUSY' || code === '23505' || message.includes('already exists');
}
