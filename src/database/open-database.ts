import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Knex, knex } from 'knex';
import type { Database } from './database';
import { notifying } from './notify';
import { LOCKED_FOR_MS, SqliteClientWithReaders } from './sqlite-client';

// What goes wrong reaches us as an error. Statements in errors come without their values, which are people's names.
const QUIET = { warn: () => undefined, error: () => undefined, debug: () => undefined, deprecate: () => undefined };

// Slack gives up on an answer after three seconds, so waiting for the database has to end before.
const BUSY_FOR_MS = 2_500;

/**
 * `sqlite:<file>` or `postgres://…`; opens nothing until the first query. `patient` is for work that nobody waits for in
 * Slack, such as a migration, which may take as long as it takes.
 */
export function openDatabase(url: string, { patient = false } = {}): Database {
  return notifying(url.startsWith('sqlite:') ? openSqlite(url.slice('sqlite:'.length)) : openPostgres(url, patient));
}

/**
 * A SQLite file that is open already, over connections that ask nothing about its whereabouts: for `Checkpoints`, which
 * looks after the file.
 */
export function openBeside(file: string): Database {
  return openSqlite(file, { isWatched: false });
}

function openSqlite(file: string, { isWatched = true } = {}): Database {
  mkdirSync(dirname(file), { recursive: true });
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

/** The only cast: Knex accepts everything that `Database` does, and more. */
function asDatabase(db: Knex): Database {
  return db as Database;
}

function openPostgres(url: string, patient: boolean): Database {
  const limits = patient ? {} : { lock_timeout: LOCKED_FOR_MS, statement_timeout: BUSY_FOR_MS };
  return asDatabase(
    knex({
      client: 'pg',
      log: QUIET,
      compileSqlOnError: false,
      connection: { connectionString: url, connectionTimeoutMillis: 2_000, ...limits },
      pool: { min: 0, max: 10 },
      acquireConnectionTimeout: BUSY_FOR_MS,
    }),
  );
}
