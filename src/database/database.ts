import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Knex, knex } from 'knex';
import { notifying } from './notify';
import { LOCKED_FOR_MS, SqliteClientWithReaders } from './sqlite-client';

// What goes wrong reaches us as an error. Statements in errors come without their values, which are people's names.
const QUIET = { warn: () => undefined, error: () => undefined, debug: () => undefined, deprecate: () => undefined };

/** A pool of connections or a transaction: a function given a transaction must pass it on, never use the pool beside it. */
export type Database = Knex;

// Slack gives up on an answer after three seconds, so waiting for the database has to end before.
const BUSY_FOR_MS = 2_500;

/**
 * `sqlite:<file>` or `postgres://…`; opens nothing until the first query. `patient` is for work that nobody waits for in
 * Slack, such as a migration, which may take as long as it takes.
 */
export function openDatabase(url: string, { patient = false } = {}): Database {
  return notifying(url.startsWith('sqlite:') ? openSqlite(url.slice('sqlite:'.length)) : openPostgres(url, patient));
}

/** Throws when the database does not answer, or is locked: it asks for the right to write, and writes nothing. */
export async function ping(db: Database): Promise<void> {
  await db('outbox').whereRaw('1 = 0').update({ state: 'pending' });
}

/**
 * Those rows of a query that no other transaction holds, held from now on: PostgreSQL passes over the others instead of
 * waiting, so that whoever holds some never waits for more. SQLite has one writer, so nobody holds any.
 */
export function notHeldByOthers(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.client.config.client === 'pg' ? query.forUpdate().skipLocked() : query;
}

// Locked, busy, full, gone or not accepting us, in the words of SQLite, of PostgreSQL and of the network.
const UNAVAILABLE_CODE =
  /^(SQLITE_(BUSY|LOCKED|CANTOPEN|IOERR|READONLY|CORRUPT|FULL|NOTADB)|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|08|40P01|53|55P03|57)/;
const UNAVAILABLE_MESSAGE = /^(Connection (terminated|ended)|timeout exceeded|timeout expired|Client has encountered)/i;

/** Whether an error says that the database is locked or gone, rather than that we made a mistake. */
export function isUnavailable(error: unknown): boolean {
  const { code = '', name = '', message = '' } = error as { code?: string; name?: string; message?: string };
  return name === 'KnexTimeoutError' || UNAVAILABLE_CODE.test(String(code)) || UNAVAILABLE_MESSAGE.test(message);
}

function openSqlite(file: string): Database {
  mkdirSync(dirname(file), { recursive: true });
  return knex({
    client: SqliteClientWithReaders,
    connection: { filename: file },
    useNullAsDefault: true,
    log: QUIET,
    compileSqlOnError: false,
    // SQLite has one writer; a second one in this process would only wait for the first.
    pool: { min: 1, max: 1, afterCreate: prepareSqlite },
    acquireConnectionTimeout: BUSY_FOR_MS,
  });
}

interface SqliteConnection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

function prepareSqlite(
  connection: SqliteConnection,
  done: (error: Error | null, connection: SqliteConnection) => void,
) {
  const settings = [
    'pragma journal_mode = WAL',
    'pragma synchronous = FULL',
    'pragma foreign_keys = ON',
    `pragma busy_timeout = ${LOCKED_FOR_MS}`,
    'pragma cache_size = -65536',
    // Whoever commits would wait for the checkpoint: the running program makes them beside (see `Checkpoints`).
    'pragma wal_autocheckpoint = 100000',
  ];
  connection.exec(settings.join(';'), (error) => done(error, connection));
}

function openPostgres(url: string, patient: boolean): Database {
  const limits = patient ? {} : { lock_timeout: LOCKED_FOR_MS, statement_timeout: BUSY_FOR_MS };
  return knex({
    client: 'pg',
    log: QUIET,
    compileSqlOnError: false,
    connection: { connectionString: url, connectionTimeoutMillis: 2_000, ...limits },
    pool: { min: 0, max: 10 },
    acquireConnectionTimeout: BUSY_FOR_MS,
  });
}
