import { readFileSync } from 'node:fs';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { DateTime } from 'luxon';
import { checkEverything, lineOf } from './app/check';
import { CommandError } from './app/command-error';
import { checkMoodle } from './cli/check-moodle';
import { type Config, ConfigError, readConfig } from './config';
import { type Refusal, UserError } from './core/errors';
import { SYSTEM } from './core/person';
import { type Now, toInstant } from './core/time';
import { type Database, isUnavailable } from './database/database';
import { LockedError, migrate, RefusedError, unlockMigrations } from './database/migrate';
import type { Problem } from './features/imports/catalogue-checks';
import { readCatalogue } from './features/imports/catalogue-file';
import { checkCatalogue } from './features/imports/check-catalogue';
import { exportCsv, importCsv } from './features/imports/csv-commands';
import type { FileError } from './features/imports/file-errors';
import { importCatalogue } from './features/imports/import-catalogue';
import { inOneLine, summary } from './features/imports/import-lines';
import { SHEET_KINDS, type SheetKind } from './features/imports/sheet';
import { remindNow } from './features/reminders/remind-now';
import { type OutboxLine, overview, requeue } from './outbox/outbox-overview';
import { clock } from './parts';
import { openProductDatabase } from './product-database';

const MOST_LINES = 100;

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
  .description(
    'insert and update courses, products and customers from a YAML file, or courses, customers or coordinators from a CSV file; all of it or nothing',
  )
  .option('--dry-run', 'change nothing, say what would change')
  .action((file: string, options: { dryRun?: boolean }) =>
    withDatabase(async (db, config) => {
      if (/\.csv$/i.test(file)) return importCsv(file, options, db, config);
      const read = readCatalogue(readText(file), config);
      if ('errors' in read) throw complaintsAbout(file, read.errors);
      const changes = await importCatalogue(db, read.catalogue, SYSTEM, clock(), options).catch((error) => {
        if (!(error instanceof UserError)) throw error;
        throw complaintsAbout(
          file,
          error.refusals.map(({ details = {} }) => read.place(channelProblem(details))),
        );
      });
      for (const change of changes.filter((one) => one.change !== 'unchanged')) console.log(inOneLine(change));
      console.log(`${options.dryRun ? 'Would be imported' : 'Imported'}: ${summary(changes)}.`);
    }),
  );

program
  .command('export')
  .description('write a CSV file that a spreadsheet opens, and that can be imported again')
  .addArgument(new Argument('<kind>', 'what to write').choices(SHEET_KINDS))
  .argument('[file]', 'where to write it')
  .action((kind: SheetKind, file: string | undefined) =>
    withDatabase((db, config) => exportCsv(kind, file, db, config)),
  );

program
  .command('remind')
  .description('send the reminders that are due now, or at another moment, each customer and day once')
  .option('--at <instant>', 'a moment past or to come, such as 2026-03-02T09:00:00+01:00', readMoment)
  .action((options: { at?: Now }) =>
    withDatabase(async (db, config) => {
      const at = options.at ?? clock();
      const { queued, waiting, dead } = await remindNow(config, db, at);
      const reminders = (count: number) => `${count} ${count === 1 ? 'reminder' : 'reminders'}`;
      console.log(`${reminders(queued)} due at ${toInstant(at)} that had not been sent.`);
      if (!config.slack) return console.log('No Slack token is set: the local workspace sends them when it runs.');
      if (dead > 0) throw new CommandError(`Slack refused ${reminders(dead)}: npm run seats -- outbox says why.`);
      if (waiting > 0) throw new CommandError(`${reminders(waiting)} still wait: npm run seats -- outbox says why.`);
    }),
  );

program
  .command('outbox')
  .description('show what waits to be sent, and what was given up and why')
  .option('--retry <numbers>', 'give “all” of what was given up another chance, or some: 12,15')
  .action((options: { retry?: string }) =>
    withDatabase(async (db) => {
      if (options.retry !== undefined) {
        const count = await requeue(db, options.retry === 'all' ? undefined : readNumbers(options.retry));
        if (count === 0) throw new CommandError('Nothing of that was given up.');
        console.log(`${count} ${count === 1 ? 'message waits' : 'messages wait'} again.`);
      }
      const { counts, lines } = await overview(db, MOST_LINES);
      console.log(
        Object.entries(counts)
          .map(([state, count]) => `${state} ${count}`)
          .join(' · '),
      );
      for (const line of lines) console.log(outboxLine(line));
      const more = counts.pending + counts.sending + counts.unknown + counts.dead - lines.length;
      if (more > 0) console.log(`and ${more} more`);
    }),
  );

program
  .command('check')
  .description('look at database, Slack, scopes, Moodle and products; each line says ok, what to know or what to mend')
  .action(() =>
    withDatabase(async (db, config) => {
      const checks = [
        ...(await checkEverything(config, db)),
        ...(await checkMoodle(config, db)),
        ...(await checkCatalogue(config, db, clock())),
      ];
      for (const check of checks) console.log(lineOf(check));
      if (checks.some(({ ok }) => !ok)) throw new CommandError('Not everything is in order.');
    }),
  );

/** Says where each is, and returns what is left to say. */
function complaintsAbout(file: string, errors: readonly FileError[]): CommandError {
  for (const { line, message } of errors) console.error(`${file}:${line}: ${message}`);
  const count = errors.length;
  return new CommandError(`Nothing was imported: ${count} ${count === 1 ? 'error' : 'errors'} in ${file}.`);
}

function channelProblem({ index = 0, value, customer }: NonNullable<Refusal['details']>): Problem {
  return { path: ['customers', Number(index), 'channel'], message: `is ${value}, the channel of ${customer} already` };
}

async function withDatabase(
  work: (db: Database, config: Config) => Promise<void>,
  { unlock = false } = {},
): Promise<void> {
  const config = readConfig();
  const db = openProductDatabase(config.databaseUrl, { patient: true });
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

function readMoment(text: string): Now {
  const moment = DateTime.fromISO(text, { setZone: true });
  if (!moment.isValid || !/(Z|[+-]\d{2}(:?\d{2})?)$/i.test(text)) {
    throw new InvalidArgumentError('Write an instant with its offset, such as 2026-03-02T09:00:00+01:00.');
  }
  return moment;
}

function readNumbers(text: string): number[] {
  const words = text.split(',').map((word) => word.trim());
  if (!words.every((word) => /^\d{1,9}$/.test(word))) {
    throw new CommandError('--retry takes “all” or numbers as shown, such as 12,15.');
  }
  return words.map(Number);
}

function outboxLine({ id, kind, subject, lane, state, attempts, due, error }: OutboxLine): string {
  const tries = `${attempts} ${attempts === 1 ? 'try' : 'tries'}`;
  const when = state === 'dead' ? 'given up' : `due ${due ?? 'now'}`;
  return [`#${id} ${state}`, `${kind} ${subject}`, `to ${lane}`, when, tries, error].filter(Boolean).join(' · ');
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CommandError(`${file} cannot be read.`);
  }
}

program.parseAsync().catch((error) => {
  const isPlain = [CommandError, ConfigError, LockedError, RefusedError].some((kind) => error instanceof kind);
  console.error(isPlain ? error.message : error);
  process.exitCode = 1;
});
