import diagnostics from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';
import type { Database } from '../../../src/storage/database';

type Query = (connection: unknown, query: { sql: string }) => Promise<unknown>;
type Asked = { request: { path: string } };

/** Counts the steps of this process, and kills it at one of them. */
export class Steps {
  taken = 0;
  dieAt: number | undefined;

  watch(db: Database): void {
    this.#watchStatements(db);
    this.#watchCalls();
  }

  /** Before and after each. Transactions, and whoever only looks, have clients of their own, which inherit it from one place. */
  #watchStatements(db: Database): void {
    let prototype: { _query: Query } = Object.getPrototypeOf(db.client);
    while (!Object.hasOwn(prototype, '_query')) prototype = Object.getPrototypeOf(prototype);
    const query = prototype._query;
    const step = (name: string) => this.#step(name);
    prototype._query = async function (this: unknown, connection, statement) {
      step(`before ${statement.sql}`);
      const result = await query.call(this, connection, statement);
      step(`after ${statement.sql}`);
      return result;
    };
  }

  /** Before each, when it is on its way, and when the answer is there. */
  #watchCalls(): void {
    const on = (channel: string, then: (path: string) => void) =>
      diagnostics.subscribe(`undici:request:${channel}`, (asked) => then((asked as Asked).request.path));
    on('create', (path) => this.#step(`before ${path}`));
    on('bodySent', (path) => setImmediate(() => this.#step(`during ${path}`)));
    on('trailers', (path) => this.#step(`after ${path}`));
  }

  #step(name: string): void {
    this.taken += 1;
    if (this.taken !== this.dieAt) return;
    writeSync(1, name.replace(/\s+/g, ' '));
    process.kill(process.pid, 'SIGKILL');
  }
}
