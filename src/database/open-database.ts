import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Knex, knex } from 'knex';
import type { Database } from './database';
import { notifying } from './notify';
import { hangUpOnSilence, SILENT_FOR_MS } from './silent-postgres';
import { LOCKED_FOR_MS, SqliteClientWithReaders } from './sqlite-client';
import { WriteFailures } from './write-failures';

// What goes wrong reaches us as an error. Statements in errors come without their values, which are people's names.
const QUIET = { warn: () => undefined, error: () => undefined, debug: () => undefined, deprecate: () => undefined };

// Slack gives up on an answer after three seconds, so waiting for the database has to end before.
const BUSY_FOR_MS = 2_500;

/** For the operator to fix; the message names the folder and the remedy. */
export class FolderError extends Error {}

/**
 * `sqlite:<file>` or `postgres://…`; opens nothing until the first query. `patient` is for work that nobody waits for in
 * Slack, such as a migration, which may take as long as it takes. Throws a FolderError when SQLite’s folder cannot be
 * created.
 */
export function openDatabase(url: string, { patient = false } = {}): Database {
  const db = url.startsWith('sqlite:') ? openSqlite(url.slice('sqlite:'.length)) : openPostgres(url, patient);
  return rememberingFailures(notifying(db));
}

/**
 * A SQLite file that is open already, over connections that ask nothing about its whereabouts: for `Checkpoints`, which
 * looks after the file.
 */
export function openBeside(file: string): Database {
  return openSqlite(file, { isWatched: false });
}

function openSqlite(file: string, { isWatched = true } = {}): Database {
  makeFolder(dirname(file));
  return asDatabase(
    knex({
      client: SqliteClientWithReaders,
      connection: { filename: file, isWatched } as Knex.Sqlite3ConnectionConfig,
      useNullAsDefault: true,
      log: QUIET,
      compileSqlOnError: false,
      acquireConnectionTimeout: BUSY_FOR_MS,
    }),
  );
}

/** Gives a pool the memory of its failures. Its transactions inherit it through Knex. */
function rememberingFailures(db: Database): Database {
  const writeFailures = new WriteFailures();
  // On SQLite, writes have a client of their own.
  for (const client of [db.client, db.client.writer]) {
    client?.on('query-error', (error: Error) => writeFailures.note(error));
  }
  return db.withUserParams({ ...db.userParams, writeFailures });
}

function makeFolder(folder: string): void {
  try {
    makeEach(folder);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const remedy = ['EEXIST', 'ENOTDIR'].includes(code)
      ? 'move the file that is in its way'
      : 'let this program’s user create it';
    const [reason] = message.split(',');
    throw new FolderError(
      `The folder ${folder} for the database cannot be created (${reason}): ${remedy}, or set DATABASE_URL to another place.`,
    );
  }
}

/** One by one, since Node hides why a file system refuses when it makes several at once. */
function makeEach(folder: string): void {
  if (isFolder(folder)) return;
  makeEach(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process can have been first.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The only cast: Knex accepts everything that `Database` does, and more. */
function asDatabase(db: Knex): Database {
  return db as Database;
}

function openPostgres(url: string, patient: boolean): Database {
  const limits = patient
    ? {}
    : { lock_timeout: LOCKED_FOR_MS, statement_timeout: BUSY_FOR_MS, query_timeout: SILENT_FOR_MS };
  return asDatabase(
    knex({
      client: 'pg',
      log: QUIET,
      compileSqlOnError: false,
      connection: { connectionString: url, connectionTimeoutMillis: 2_000, ...limits },
      pool: { min: 0, max: 10, afterCreate: hangUpOnSilence },
      acquireConnectionTimeout: BUSY_FOR_MS,
    }),
  );
}
