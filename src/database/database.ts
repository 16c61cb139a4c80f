import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Column, NewRow, Source, Sources, TableAs, TableName } from './columns';
import type { Awaitable, Bindings, Derived, Query, Rows, With } from './query';
import type { TableQuery } from './table-query';
import type { Expression } from './tables';
import { writeFailuresOf } from './write-failures';

/** A pool of connections or a transaction: a function given a transaction must pass it on, never use the pool beside it. */
export interface Database extends Pick<Knex, 'destroy' | 'migrate' | 'schema' | 'client'> {
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

/**
 * Throws when the database does not answer, is locked, or could not be written lately: it asks for the right to write, and
 * writes nothing unless a write has failed before.
 */
export async function ping(db: Database): Promise<void> {
  await writeFailuresOf(db).ensureNone(() => tryWriting(db));
  await db('outbox').whereRaw('1 = 0').update({ state: 'pending' });
}

/** Writes a row and deletes it. Throws when that is not possible, as on a full disk. */
export async function tryWriting(db: Database): Promise<void> {
  const key = `ping ${randomUUID()}`;
  await db.transaction(async (tx) => {
    await tx('submissions').insert({ key, team_id: '', user_id: '', result: '', at: new Date(0).toISOString() });
    await tx('submissions').where({ key }).delete();
  });
}

/**
 * The query's rows that no other transaction holds, locked until this one ends. PostgreSQL skips the others instead of
 * waiting, which prevents deadlocks. SQLite has one writer, so every row is free.
 */
export function notHeldByOthers<S extends Sources, R>(db: Database, query: Query<S, R>): Query<S, R> {
  return db.client.config.client === 'pg' ? query.forUpdate().skipLocked() : query;
}

// Locked, busy, full, gone, read-only or refusing us: codes of SQLite, of PostgreSQL and of the network.
const UNAVAILABLE_CODE =
  /^(SQLITE_(BUSY|LOCKED|CANTOPEN|IOERR|READONLY|CORRUPT|FULL|NOTADB)|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|08|25006|25P03|40P01|53|55P03|57|58)/;
// Knex puts the statement before the message, and keeps no code of what fails while it locks the migrations.
export const UNAVAILABLE_MESSAGE =
  /(?:^| - )((?:SQLITE_(?:CANTOPEN|IOERR|READONLY|CORRUPT|FULL|NOTADB)|Connection (?:terminated|ended)|timeout exceeded|timeout expired|Query read timeout|Client (?:has encountered|was closed)|connect E|read E|write E|cannot execute \w+ in a read-only transaction).*)$/is;

/** Whether the error means that the database is locked or unreachable, and not a bug of ours. */
export function isUnavailable(error: unknown): boolean {
  const { code = '', name = '', message = '' } = error as { code?: string; name?: string; message?: string };
  return name === 'KnexTimeoutError' || UNAVAILABLE_CODE.test(String(code)) || UNAVAILABLE_MESSAGE.test(message);
}

/** The connection was lost while PostgreSQL was told to commit, so it may have done so. SQLite answers, or has not. */
export function isUnconfirmed(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return isUnavailable(error) && message.startsWith('COMMIT') && !String(code).startsWith('SQLITE');
}
