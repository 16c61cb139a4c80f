import type { Logger } from 'pino';
import { type Config, ConfigError } from '../config';
import { type Database, isUnavailable, outageInWords } from '../database/database';
import { migrate } from '../database/migrate';
import { openDatabase } from '../database/open-database';
import { createLog } from '../log';
import { openProductDatabase } from '../product-database';
import { type Stop, stopOnSignals } from './stop-on-signals';

export interface Program {
  config: Config;
  db: Database;
  log: Logger;
  /** Run in this order at shutdown: request sources first, the database last. */
  stops: Stop[];
}

/** Migrates the database and opens it; from here on SIGTERM and SIGINT run the stops. */
export async function openProgram(config: Config): Promise<Program> {
  const log = createLog(config.logLevel);
  await migrateDatabase(config.databaseUrl);
  const db = openProductDatabase(config.databaseUrl);
  const stops = [() => db.destroy()];
  stopOnSignals(stops, log);
  return { config, db, log, stops };
}

async function migrateDatabase(databaseUrl: string): Promise<void> {
  const db = openDatabase(databaseUrl, { patient: true });
  try {
    await migrate(db);
  } catch (error) {
    throw isUnavailable(error) ? new ConfigError(outageInWords(error as Error)) : error;
  } finally {
    await db.destroy();
  }
}
