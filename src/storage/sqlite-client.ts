import type { Knex, knex } from 'knex';

// Knex has no option for it, and its own type for the dialect's client is not exported.
const SqliteClient: typeof knex.Client = require('knex/lib/dialects/sqlite3/index.js');

/** How long after a vain wait for the file the next ones do without theirs. */
const TOLD_FOR_MS = 1_000;

interface Begins {
  begin(connection: unknown): Promise<unknown>;
  query(connection: unknown, sql: string): Promise<unknown>;
}

/** By the settings that all clients of one file share: until when it counts as locked. */
const lockedUntil = new WeakMap<object, number>();

/**
 * Transactions take the write lock at once. A transaction that reads first and writes later would fail, without
 * waiting, when another process has written in between.
 */
export class ImmediateSqliteClient extends SqliteClient {
  override transaction(container: unknown, config: unknown, outer: unknown): Knex.Transaction {
    const transaction = super.transaction(container, config, outer);
    const begins = transaction as unknown as Begins;
    begins.begin = (connection) => begin(begins, connection, this.config);
    return transaction;
  }
}

/** Who finds the file locked has waited for it; those behind are told at once instead of waiting one by one. */
async function begin(transaction: Begins, connection: unknown, file: object): Promise<unknown> {
  if (Date.now() < (lockedUntil.get(file) ?? 0)) {
    throw Object.assign(new Error('The database is locked.'), { code: 'SQLITE_BUSY' });
  }
  return transaction.query(connection, 'BEGIN IMMEDIATE;').catch((error: unknown) => {
    if (String(error).includes('SQLITE_BUSY')) lockedUntil.set(file, Date.now() + TOLD_FOR_MS);
    throw error;
  });
}
