import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Knex, knex } from 'knex';
import type { Column, NewRow, Source, Sources, TableAs, TableName } from './columns';
import { notifying } from './notify';
import type { Awaitable, Bindings, Derived, Query, Rows, With } from './query';
import { LOCKED_FOR_MS, SqliteClientWithReaders } from './sqlite-client';
import type { TableQuery } from './table-query';
import type { Expression } from './tables';

// Problems reach us as errors. Errors show statements without their values, which are people's names.
const QUIET = { warn: () => undefined, error: () => undefined, debug: () => undefined, deprecate: () => undefined };

/**
 * A connection pool or a transaction. A function that receives a transaction must use it for every query, never the
 * pool.
 */
export interface Database extends Pick<Knex, 'destroy' | 'migrate' | 'client'> {
  <T extends TableName>(table: T): TableQuery<T>;
  <N extends TableAs>(table: N): Query<Source<N>>;
  <D extends Sources>(derived: Derived<D>): Query<D>;
  /** SQL text, which nothing checks. */
  raw(sql: string, bindings?: Bindings): Knex.Raw;
  ref(column: { [T in TableName]: Column<Source<T>> }[TableName]): Expression;
  with<N extends string, R extends object>(name: N, query: Rows<R>): With<{ [K in N]: R }>;
  withMaterialized<N extends string, R extends object>(name: N, query: Rows<R>): With<{ [K in N]: R }>;
  batchInsert<T extends TableName>(table: T, rows: NewRow<T>[], size: number): Awaitable<unknown>;
  readonly isTransaction?: boolean;
  /** In a transaction: resolves once it has committed. */
  readonly executionPromise?: Promise<unknown>;
  /** The parameters given to `withUserParams`; transactions inherit them. */
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

// Slack waits three seconds for an answer, so waiting for the database must end sooner.
const BUSY_FOR_MS = 2_500;

/**
 * Opens `sqlite:<file>` or `postgres://…`; connects at the first query. `patient` lifts the time limits of statements,
 * for work that no answer to Slack waits for, such as a migration.
 */
export function openDatabase(url: string, { patient = false } = {}): Database {
  return notifying(url.startsWith('sqlite:') ? openSqlite(url.slice('sqlite:'.length)) : openPostgres(url, patient));
}

/** Throws when the database is locked or does not answer. Takes the write lock but writes nothing. */
export async function ping(db: Database): Promise<void> {
  await db('outbox').whereRaw('1 = 0').update({ state: 'pending' });
}

/**
 * The query's rows that no other transaction holds, locked until this one ends. PostgreSQL skips the others instead of
 * waiting, which prevents deadlocks. SQLite has one writer, so every row is free.
 */
export function notHeldByOthers<S extends Sources, R>(db: Database, query: Query<S, R>): Query<S, R> {
  return db.client.config.client === 'pg' ? query.forUpdate().skipLocked() : query;
}

// Locked, busy, full, gone or refusing us: codes of SQLite, of PostgreSQL and of the network.
const UNAVAILABLE_CODE =
  /^(SQLITE_(BUSY|LOCKED|CANTOPEN|IOERR|READONLY|CORRUPT|FULL|NOTADB)|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|08|40P01|53|55P03|57)/;
const UNAVAILABLE_MESSAGE = /^(Connection (terminated|ended)|timeout exceeded|timeout expired|Client has encountered)/i;

/** Whether the error means that the database is locked or unreachable, and not a bug of ours. */
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
