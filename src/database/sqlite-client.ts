import type { Knex, knex } from 'knex';
import { DatabaseFile } from './database-file';
import { type Query, SqliteStatements } from './sqlite-statements';

// Everything specific to the driver `sqlite3` is in this file and in sqlite-statements.ts, except error codes.

// Knex has no option for these changes, and does not export its SQLite client.
const SqliteClient: typeof knex.Client = require('knex/lib/dialects/sqlite3/index.js');

/** Slack waits three seconds for an answer, so waiting for the file must end sooner. */
export const LOCKED_FOR_MS = 1_200;
/** After a lock timeout, fail fast for this long. */
const LOOKING_FOR_MS = 1_000;

/** With the writer and the connection for checkpoints, as many as Node has threads for them. */
const READERS = 2;
/** Knex's names for queries that change nothing. Raw SQL may change something. */
const LOOKS = ['select', 'first', 'pluck'];

const SETTINGS = [
  'pragma journal_mode = WAL',
  'pragma synchronous = FULL',
  'pragma foreign_keys = ON',
  `pragma busy_timeout = ${LOCKED_FOR_MS}`,
  'pragma cache_size = -65536',
  // The running program makes checkpoints elsewhere (see `Checkpoints`), so that no commit waits for one.
  'pragma wal_autocheckpoint = 100000',
];

interface Connection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

type AfterCreate = (connection: Connection, done: (error: Error | null, connection: Connection) => void) => void;

interface Begins {
  begin(connection: unknown): Promise<unknown>;
  trxClient: { query(connection: unknown, sql: string): Promise<unknown> };
}

type Ask = (sql: string) => Promise<unknown>;
type Connects = {
  acquireRawConnection(): Promise<unknown>;
  destroyRawConnection(connection: unknown): Promise<void>;
};

const statements = new WeakMap<object, SqliteStatements>();

/** Until when a file counts as locked, by the settings that all its clients share. */
const lockedUntil = new WeakMap<object, number>();

/**
 * Transactions take the write lock at once. Otherwise, a transaction that reads first and writes later fails without
 * waiting when another process writes in between.
 */
class ImmediateSqliteClient extends SqliteClient {
  override transaction(container: unknown, config: unknown, outer: unknown): Knex.Transaction {
    const transaction = super.transaction(container, config, outer);
    const begins = transaction as unknown as Begins;
    // Not the transaction's own query, which swallows the error and continues without a transaction.
    begins.begin = (connection) => {
      const ask: Ask = (sql) => begins.trxClient.query(connection, sql);
      return whileOthersWait(this.config, ask, () => ask('BEGIN IMMEDIATE;'));
    };
    return transaction;
  }

  /** A statement outside a transaction takes the lock by itself. */
  async _query(connection: object, query: Query): Promise<unknown> {
    fileOf(this)?.ensureThere();
    const prepared = statementsOf(connection);
    if ((this as { transacting?: boolean }).transacting) return prepared.run(query);
    return whileOthersWait(
      this.config,
      (sql) => prepared.run({ sql }),
      () => prepared.run(query),
    );
  }

  async acquireRawConnection(): Promise<unknown> {
    fileOf(this)?.ensureStillThere();
    return (SqliteClient.prototype as unknown as Connects).acquireRawConnection.call(this);
  }

  async destroyRawConnection(connection: object): Promise<void> {
    await statementsOf(connection).close();
    await (SqliteClient.prototype as unknown as Connects).destroyRawConnection.call(this, connection);
  }
}

/**
 * Writes queue for one connection, since a second one would only wait for the lock. Reads use other connections and
 * never wait.
 */
export class SqliteClientWithReaders extends ImmediateSqliteClient {
  // Not `#writer`: Knex creates objects that only inherit from this one.
  private readonly writer: ImmediateSqliteClient;

  constructor({ connection, ...config }: Knex.Config) {
    const { filename, isWatched } = connection as { filename: string; isWatched: boolean };
    const file = isWatched ? new DatabaseFile(filename) : undefined;
    const shared = { ...config, connection: { filename }, file };
    const afterCreate: AfterCreate = (created, done) => prepare(created, file, done);
    super({ ...shared, pool: { min: 1, max: READERS, afterCreate } });
    this.writer = new ImmediateSqliteClient({ ...shared, pool: { min: 1, max: 1, afterCreate } });
  }

  override transaction(container: unknown, config: unknown, outer: unknown): Knex.Transaction {
    return this.writer.transaction(container, config, outer);
  }

  override runner(builder: { _method?: string }): unknown {
    return LOOKS.includes(builder._method ?? '') ? super.runner(builder) : this.writer.runner(builder);
  }

  override async destroy(done: unknown): Promise<void> {
    await this.writer.destroy(undefined);
    await super.destroy(done);
  }
}

/** Through the settings, which Knex hands to the client of each transaction. Undefined when nobody watches the file. */
export function fileOf({ config }: { config: Knex.Config }): DatabaseFile | undefined {
  return (config as Knex.Config & { file: DatabaseFile | undefined }).file;
}

function statementsOf(connection: object): SqliteStatements {
  const known = statements.get(connection) ?? new SqliteStatements(connection);
  statements.set(connection, known);
  return known;
}

/** The settings make SQLite open its log. */
function prepare(connection: Connection, file: DatabaseFile | undefined, done: Parameters<AfterCreate>[1]): void {
  connection.exec(SETTINGS.join(';'), (error) => {
    if (!error) file?.opened();
    done(error, connection);
  });
}

/**
 * The first statement that finds the file locked waits for it. After its timeout, later ones fail fast instead of
 * waiting in turn.
 */
async function whileOthersWait(file: object, ask: Ask, take: () => Promise<unknown>): Promise<unknown> {
  const isLate = Date.now() < (lockedUntil.get(file) ?? 0);
  try {
    if (isLate) await ask('pragma busy_timeout = 0');
    const result = await take();
    lockedUntil.delete(file);
    return result;
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_BUSY') lockedUntil.set(file, Date.now() + LOOKING_FOR_MS);
    throw error;
  } finally {
    if (isLate) await ask(`pragma busy_timeout = ${LOCKED_FOR_MS}`);
  }
}
