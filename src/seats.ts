import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { DateTime } from 'luxon';
import { checkEverything } from './check';
import { type Config, ConfigError, readConfig } from './config';
import type { CatalogueChange } from './domain/catalogue';
import { SYSTEM } from './domain/person';
import type { Now } from './domain/time';
import { readCatalogue } from './integrations/catalogue-file';
import { importCatalogue } from './services/import-catalogue';
import { type Database, isUnavailable, openDatabase } from './storage/database';
import { LockedError, migrate, unlockMigrations } from './storage/migrate';

/** Something the person at the command line can mend; shown as it is. */
class CommandError extends Error {}

const program = new Command('seats').description('Run the seats from the command line.').showHelpAfterError();

program
  .command('migrate')
  .description('bring the database up to date')
  .option('--unlock', 'first take away the lock of a migration that died')
  .action((options: { unlock?: boolean }) =>
    withDatabase(async () => console.log('The database is up to date.'), options),
  );

program
  .command('import <file>')
  .description('insert and update courses, products and customers from a YAML file; all of it or nothing')
  .option('--dry-run', 'change nothing, say what would change')
  .action((file: string, options: { dryRun?: boolean }) =>
    withDatabase(async (db, config) => {
      const read = readCatalogue(readText(file), config);
      if ('errors' in read) {
        for (const { line, message } of read.errors) console.error(`${file}:${line}: ${message}`);
        const count = read.errors.length;
        throw new CommandError(`Nothing was imported: ${count} ${count === 1 ? 'error' : 'errors'} in ${file}.`);
      }
      const changes = await importCatalogue(db, read.catalogue, SYSTEM, DateTime.utc() as Now, options);
      for (const change of changes.filter((one) => one.change !== 'unchanged')) console.log(inOneLine(change));
      console.log(`${options.dryRun ? 'Would be imported' : 'Imported'}: ${summary(changes)}.`);
    }),
  );

program
  .command('check')
  .description('look at database, Slack and scopes; each line says ok or what to do')
  .action(() =>
    withDatabase(async (db, config) => {
      const checks = await checkEverything(config, db);
      for (const { ok, text } of checks) console.log(`${ok ? 'ok  ' : 'MEND'} ${text}`);
      if (checks.some(({ ok }) => !ok)) throw new CommandError('Not everything is in order.');
    }),
  );

async function withDatabase(
  work: (db: Database, config: Config) => Promise<void>,
  { unlock = false } = {},
): Promise<void> {
  const config = readConfig();
  const db = openDatabase(config.databaseUrl, { patient: true });
  try {
    if (unlock) await unlockMigrations(db);
    await migrate(db);
    await work(db, config);
  } catch (error) {
    throw isUnavailable(error)
      ? new CommandError(`DATABASE_URL cannot be reached: ${(error as Error).message}`)
      : error;
  } finally {
    await db.destroy();
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CommandError(`${file} cannot be read.`);
  }
}

function inOneLine({ kind, key, change, details }: CatalogueChange): string {
  return `${kind} ${key}: ${change}${details.length > 0 ? ` (${details.join('; ')})` : ''}`;
}

function summary(changes: CatalogueChange[]): string {
  const count = (change: CatalogueChange['change']) => changes.filter((one) => one.change === change).length;
  return `${count('created')} created, ${count('updated')} updated, ${count('unchanged')} unchanged`;
}

program.parseAsync().catch((error) => {
  console.error([CommandError, ConfigError, LockedError].some((kind) => error instanceof kind) ? error.message : error);
  process.exitCode = 1;
});
