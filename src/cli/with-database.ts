import { type Config, readConfig } from '../config';
import { type Database, isUnavailable } from '../database/database';
import { migrate, unlockMigrations } from '../database/migrate';
import { outageInWords } from '../database/outage';
import { openProductDatabase } from '../product-database';
import { newsOf } from '../start/program';
import { CommandError } from './command-error';

interface Options<Known> {
  unlock?: boolean;
  /** Runs while the database is as it was, which is the time to refuse one of others. */
  before: (db: Database, config: Config) => Promise<Known>;
}

/** In production, settings that are lost would lead to a new database for playing. */
function ensureMeant({ slack, isDefaultDatabase }: Config): void {
  if (process.env.NODE_ENV !== 'production' || slack || !isDefaultDatabase) return;
  throw new CommandError('SLACK_BOT_TOKEN is missing, and NODE_ENV is production: set the token, or DATABASE_URL.');
}

/** Runs a command on the migrated database, and closes the database afterwards. */
export async function withDatabase<Known>(
  work: (db: Database, config: Config, known: Known) => Promise<void>,
  { unlock = false, before }: Options<Known>,
): Promise<void> {
  const config = readConfig();
  ensureMeant(config);
  const db = openProductDatabase(config.databaseUrl, { patient: true });
  try {
    const known = await before(db, config);
    if (unlock) await unlockMigrations(db);
    const { isNew } = await migrate(db);
    if (isNew) console.error(newsOf(config.databaseUrl));
    await work(db, config, known);
  } catch (error) {
    throw isUnavailable(error) ? new CommandError(outageInWords(error as Error, config.databaseUrl)) : error;
  } finally {
    await db.destroy();
  }
}
