import type { Knex } from 'knex';
import type { Column, NewRow, Source, Sources, TableAs, TableName } from './columns';
import type { Awaitable, Bindings, Derived, Query, Rows, With } from './query';
import type { TableQuery } from './table-query';
import type { Expression } from './tables';

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
