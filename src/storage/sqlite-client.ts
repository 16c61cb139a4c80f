import type { Knex, knex } from 'knex';

// Knex has no option for it, and its own type for the dialect's client is not exported.
const SqliteClient: typeof knex.Client = require('knex/lib/dialects/sqlite3/index.js');

interface Begins {
  begin(connection: unknown): Promise<unknown>;
  query(connection: unknown, sql: string): Promise<unknown>;
}

/**
 * Transactions take the write lock at once. A transaction that reads first and writes later would fail, without
 * waiting, when another process has written in between.
 */
export class ImmediateSqliteClient extends SqliteClient {
  override transaction(container: unknown, config: unknown, outer: unknown): Knex.Transaction {
    const transaction = super.transaction(container, config, outer);
    const begins = transaction as unknown as Begins;
    begins.begin = (connection) => begins.query(connection, 'BEGIN IMMEDIATE;');
    return transaction;
  }
}
