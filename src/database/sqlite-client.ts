import type { Knex, knex } from 'knex';

// All that is particular to the driver `sqlite3` stands in this file, apart from the codes of errors.

// Knex has no option for it, and its own type for the dialect's client is not exported.
const SqliteClient: typeof knex.Client = require('knex/lib/dialects/sqlite3/index.js');

/** Slack gives up on an answer after three seconds, so waiting for the file has to end before. */
export const LOCKED_FOR_MS = 1_200;
/** How long after a vain wait the next ones do without theirs. */
const LOOKING_FOR_MS = 1_000;

/** With the one that writes and the one for checkpoints as many as Node has threads for them. */
const READERS = 2;
/** What Knex calls queries that change nothing; what is written in SQL may change something. */
const LOOKS = ['select', 'first', 'pluck'];

const SETTINGS = [
  'pragma journal_mode = WAL',
  'pragma synchronous = FULL',
  'pragma foreign_keys = ON',
  `pragma busy_timeout = ${LOCKED_FOR_MS}`,
  'pragma cache_size = -65536',
  // A commit would wait for the checkpoint: the running program makes them beside (see `Checkpoints`).
  'pragma wal_autocheckpoint = 100000',
];

interface Connection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

interface Begins {
  begin(connection: unknown): Promise<unknown>;
  trxClient: { query(connection: unknown, sql: string): Promise<unknown> };
}

type Ask = (sql: string) => Promise<unknown>;
type Query = { _query(connection: unknown, query: object): Promise<unknown> };

/** By the settings that all clients of one file share: until when it counts as locked. */
const lockedUntil = new WeakMap<object, number>();

/**
 * Transactions take the write lock at once. A transaction that reads first and writes later would fail, without
 * waiting, when another process has written in between.
 */
class ImmediateSqliteClient extends SqliteClient {
  override transaction(container: unknown, config: unknown, outer: unknown): Knex.Transaction {
    const transaction = super.transaction(container, config, outer);
    const begins = transaction as unknown as Begins;
    // Not the transaction's own query, which swallows the error and goes on without a transaction.
    begins.begin = (connection) => {
      const ask: Ask = (sql) => begins.trxClient.query(connection, sql);
      return whileOthersWait(this.config, ask, () => ask('BEGIN IMMEDIATE;'));
    };
    return transaction;
  }

  /** What is not in a transaction takes the lock by itself. */
  async _query(connection: unknown, query: object): Promise<unknown> {
    const { _query } = SqliteClient.prototype as unknown as Query;
    const ask = (one: object) => _query.call(this, connection, one);
    if ((this as { transacting?: boolean }).transacting) return ask(query);
    return whileOthersWait(
      this.config,
      (sql) => ask({ sql, method: 'raw', bindings: [] }),
      () => ask(query),
    );
  }
}

/** Writes take turns on one connection, since a second would only wait for it; who only looks has others, and waits for nobody. */
export class SqliteClientWithReaders extends ImmediateSqliteClient {
  // Not `#writer`: Knex makes objects that only inherit from this one.
  private readonly writer: ImmediateSqliteClient;

  constructor(config: Knex.Config) {
    super({ ...config, pool: { min: 1, max: READERS, afterCreate: prepare } });
    this.writer = new ImmediateSqliteClient({ ...config, pool: { min: 1, max: 1, afterCreate: prepare } });
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

function prepare(connection: Connection, done: (error: Error | null, connection: Connection) => void): void {
  connection.exec(SETTINGS.join(';'), (error) => done(error, connection));
}

/** Who finds the file locked has waited for it; those behind only look, instead of waiting one after the other. */
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
