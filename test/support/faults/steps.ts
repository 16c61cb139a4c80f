import diagnostics from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';
import type { Database } from '../../../src/database/database';

type Query = (connection: unknown, query: { sql: string }) => Promise<unknown>;
type Asked = { request: { path: string } };

/** Which one, by its number, or the first whose name begins so. */
export type Step = number | string;

/** Counts the steps of this process, and kills it at one of them. */
export class Steps {
  taken = 0;
  dieAt: Step | undefined;

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

  /** Before and after each function of Moodle's that is called, by its name. */
  watchMoodle(): void {
    const fetch = globalThis.fetch;
    globalThis.fetch = async (address, options) => {
      const name = options?.body instanceof URLSearchParams ? options.body.get('wsfunction') : null;
      if (name === null) return fetch(address, options);
      this.#step(`before ${name}`);
      const response = await fetch(address, options);
      this.#step(`after ${name}`);
      return response;
    };
  }

  #step(name: string): void {
    this.taken += 1;
    const isIt = typeof this.dieAt === 'string' ? isNamed(name, this.dieAt) : this.taken === this.dieAt;
    if (!isIt) return;
    writeSync(1, name.replace(/\s+/g, ' '));
    process.kill(process.pid, 'SIGKILL');
  }
}

/** Statements are written without quotes, and with question marks, whatever the database. */
export function isNamed(name: string, beginning: string): boolean {
  return name.replaceAll(/["`]/g, '').replaceAll(/\$\d+/g, '?').startsWith(beginning);
}
