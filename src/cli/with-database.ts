import { type Config, readConfig } from '../config';
import { type Database, isUnavailable } from '../database/database';
import { migrate, unlockMigrations } from '../database/migrate';
import { outageInWords } from '../database/outage';
import { openProductDatabase } from '../product-database';
import { newsOf } from '../start/program';
import { CommandError } from './command-error';

/** Runs a command on the migrated database, and closes the database afterwards. */
export async function withDatabase(
  work: (db: Database, config: Config) => Promise<void>,
  { unlock = false } = {},
): Promise<void> {
  const config = readConfig();
  const db = openProductDatabase(config.databaseUrl, { patient: true });
  try {
    if (unlock) await unlockMigrations(db);
    const { isNew } = await migrate(db);
    if (isNew) console.error(newsOf(config.databaseUrl));
    await work(db, config);
  } catch (error) {
    throw isUnavailable(error) ? new CommandError(outageInWords(error as Error, config.databaseUrl)) : error;
  } finally {
    await db.destroy();
  }
}
