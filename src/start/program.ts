import type { Logger } from 'pino';
import { checkSearch } from '../cli/check/check-search';
import { checkTwins } from '../cli/check/check-twins';
import { type Config, ConfigError, withoutPassword } from '../config';
import { type Database, isUnavailable } from '../database/database';
import { migrate } from '../database/migrate';
import { openDatabase } from '../database/open-database';
import { outageInWords } from '../database/outage';
import { createLog } from '../log';
import { openProductDatabase } from '../product-database';
import { ensureLogFits, hasLog } from './left-log.sql';
import { type Stop, stopOnSignals } from './stop-on-signals';

export interface Program {
  config: Config;
  /** The sentence to say about a database that did not exist before. */
  news: string | undefined;
  db: Database;
  log: Logger;
  /** Run in this order at shutdown: request sources first, the database last. */
  stops: Stop[];
}

/** Why the database as it is must not be opened; undefined when it may be. */
type Objection = (db: Database, log: Logger) => Promise<string | undefined>;

/**
 * From here on SIGTERM and SIGINT run the stops. Migrates the database and opens it; throws a ConfigError and changes
 * nothing when there is an objection.
 */
export async function openProgram(config: Config, objection: Objection): Promise<Program> {
  const log = createLog(config.logLevel);
  const stops: Stop[] = [];
  stopOnSignals(stops, log);
  const { isNew } = await migrateDatabase(config.databaseUrl, objection, log);
  const db = openProductDatabase(config.databaseUrl);
  stops.push(() => db.destroy());
  return { config, news: isNew ? newsOf(config.databaseUrl) : undefined, db, log, stops };
}

/** Said wherever a database is created: a file that is missing by mistake must not begin anew in silence. */
export function newsOf(databaseUrl: string): string {
  return `A new database was created: ${withoutPassword(databaseUrl)}`;
}

/** Logs at every start what a migration left for people to decide or to do, until they have. */
async function migrateDatabase(databaseUrl: string, objection: Objection, log: Logger): Promise<{ isNew: boolean }> {
  const isLeft = hasLog(databaseUrl);
  const db = openDatabase(databaseUrl, { patient: true });
  try {
    if (isLeft) await ensureLogFits(db, databaseUrl);
    const refusal = await objection(db, log);
    if (refusal !== undefined) throw new ConfigError(refusal);
    const migrated = await migrate(db);
    for (const { text } of [...(await checkTwins(db)), ...(await checkSearch(db))]) log.warn(text);
    return migrated;
  } catch (error) {
    throw isUnavailable(error) ? new ConfigError(outageInWords(error as Error, databaseUrl)) : error;
  } finally {
    await db.destroy();
  }
}
