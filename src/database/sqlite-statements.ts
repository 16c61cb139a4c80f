// Specific to the driver `sqlite3`, like sqlite-client.ts.

/** Per connection: more than the product has. Each holds a few tens of kilobytes. */
const MOST_KEPT = 600;

export interface Query {
  sql: string;
  bindings?: readonly unknown[];
  method?: string;
  returning?: unknown;
  response?: unknown;
  context?: { lastID: number; changes: number };
}

type Done = (this: { lastID: number; changes: number }, error: Error | null, rows?: unknown) => void;

interface Statement {
  all(bindings: readonly unknown[], done: Done): void;
  run(bindings: readonly unknown[], done: Done): void;
  reset(done: () => void): void;
  finalize(done: () => void): void;
}

interface Connection {
  prepare(sql: string, done: (this: Statement, error: Error | null) => void): Statement;
}

/**
 * The prepared statements of one connection, the least recently used first. The driver alone would prepare each query
 * anew, which takes longer than most queries. SQLite prepares a statement again by itself when the schema changed.
 */
export class SqliteStatements {
  readonly #connection: Connection;
  readonly #prepared = new Map<string, Promise<Statement>>();

  constructor(connection: unknown) {
    this.#connection = connection as Connection;
  }

  /** Runs one of Knex's queries, and puts into it what Knex reads afterwards. */
  async run(query: Query): Promise<Query> {
    const statement = await this.#statement(query.sql);
    await new Promise<void>((resolve, reject) => {
      statement[answersRows(query) ? 'all' : 'run'](query.bindings ?? [], function (error, rows) {
        // A statement that failed could keep its lock.
        if (error) return statement.reset(() => reject(error));
        query.response = rows;
        query.context = { lastID: this.lastID, changes: this.changes };
        resolve();
      });
    });
    await this.#forgetOldest();
    return query;
  }

  /** SQLite closes no connection that has statements. */
  async close(): Promise<void> {
    const statements = [...this.#prepared.values()];
    this.#prepared.clear();
    for (const statement of statements) await finalize(statement);
  }

  #statement(sql: string): Promise<Statement> {
    const statement = this.#prepared.get(sql) ?? this.#prepare(sql);
    this.#prepared.delete(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }

  /** Only while the connection has nothing to do: the driver does it in our thread, which waits for what is running. */
  async #forgetOldest(): Promise<void> {
    for (const [oldest, statement] of this.#prepared) {
      if (this.#prepared.size <= MOST_KEPT) return;
      this.#prepared.delete(oldest);
      await finalize(statement);
    }
  }

  #prepare(sql: string): Promise<Statement> {
    return new Promise((resolve, reject) => {
      const prepared = this.#connection.prepare(sql, (error) => {
        if (!error) return resolve(prepared);
        this.#prepared.delete(sql);
        reject(error);
      });
    });
  }
}

function answersRows({ method = '', returning }: Query): boolean {
  if (['insert', 'update'].includes(method)) return Boolean(returning);
  return !['counter', 'del'].includes(method);
}

/** A statement that could not be prepared needs no end. */
async function finalize(statement: Promise<Statement>): Promise<void> {
  const prepared = await statement.catch(() => undefined);
  if (prepared) await new Promise<void>((done) => prepared.finalize(done));
}
