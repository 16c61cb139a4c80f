import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Knex, knex } from 'knex';
import type { Column, NewRow, Source, Sources, TableAs, TableName } from './columns';
import { notifying } from './notify';
import type { Awaitable, Bindings, Derived, Query, Rows, With } from './query';
import { LOCKED_FOR_MS, SqliteClientWithReaders } from './sqlite-client';
import type { TableQuery } from './table-query';
import type { Expression } from './tables';

// What goes wrong reaches us as an error. Statements in errors come without their values, which are people's names.
const QUIET = { warn: () => undefined, error: () => undefined, debug: () => undefined, deprecate: () => undefined };

/** A pool of connections or a transaction: a function given a transaction must pass it on, never use the pool beside it. */
export interface Database extends Pick<Knex, 'destroy' | 'migrate' | 'client'> {
  <T extends TableName>(table: T): TableQuery<T>;
  <N extends TableAs>(table: N): Query<Source<N>>;
  <D extends Sources>(derived: Derived<D>): Query<D>;
  /** SQL as text, which nothing checks. */
  raw(sql: string, bindings?: Bindings): Knex.Raw;
  ref(column: { [T in TableName]: Column<Source<T>> }[TableName]): Expression;
  with<N extends string, R extends object>(name: N, query: Rows<R>): With<{ [K in N]: R }>;
  withMaterialized<N extends string, R extends object>(name: N, query: Rows<R>): With<{ [K in N]: R }>;
  batchInsert<T extends TableName>(table: T, rows: NewRow<T>[], size: number): Awaitable<unknown>;
  readonly isTransaction?: boolean;
  /** Of a transaction: resolves once it has committed. */
  readonly executionPromise?: Promise<unknown>;
  /** What `withUserParams` was given; transactions inherit it. */
  readonly userParams: Readonly<Record<string, unknown>>;
  withUserParams(params: Record<string, unknown>): Database;
  transaction<Out>(work: (tx: Transaction) => PromiseLike<Out>): Promise<Out>;
  /** Ends with `commit` or `rollback`. */
  transaction(): Promise<Transaction>;
}

export interface Transaction extends Database {
  commit(): Promise<unknown>;
  /** Makes the promise of `transaction(work)` reject. */
  rollback(reason?: unknown): Promise<unknown>;
}

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
export function notHeldByOthers<S extends Sources, R>(db: Database, query: Query<S, R>): Query<S, R> {
  return db.client.config.client === 'pg' ? query.forUpdate().skipLocked() : query;
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
  return typed(
    knex({
      client: SqliteClientWithReaders,
      connection: { filename: file },
      useNullAsDefault: true,
      log: QUIET,
      compileSqlOnError: false,
      acquireConnectionTimeout: BUSY_FOR_MS,
    }),
  );
}

/** The only cast: Knex accepts everything that `Database` does, and more. */
function typed(db: Knex): Database {
  return db as Database;
}

function openPostgres(url: string, patient: boolean): Database {
  const limits = patient ? {} : { lock_timeout: LOCKED_FOR_MS, statement_timeout: BUSY_FOR_MS };
  return typed(
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
