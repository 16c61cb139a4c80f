import diagnostics from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';
import type { Database } from '../../../src/database/database';

type Query = (connection: unknown, query: { sql: string }) => Promise<unknown>;
type Asked = { request: { path: string } };

/** A step: its number, or a prefix of its name. */
export type Step = number | string;

/** Counts the steps of this process, and kills the process at one of them. */
export class Steps {
  taken = 0;
  dieAt: Step | undefined;

  watch(db: Database): void {
    this.#watchStatements(db);
    this.#watchCalls();
  }

  /**
   * A step before and after each statement. All clients inherit the patched method, including those of transactions and
   * readers.
   */
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

  /** A step before each call, when it is sent, and when the answer has arrived. */
  #watchCalls(): void {
    const on = (channel: string, then: (path: string) => void) =>
      diagnostics.subscribe(`undici:request:${channel}`, (asked) => then((asked as Asked).request.path));
    on('create', (path) => this.#step(`before ${path}`));
    on('bodySent', (path) => setImmediate(() => this.#step(`during ${path}`)));
    on('trailers', (path) => this.#step(`after ${path}`));
  }

  /** A step before and after each call of a Moodle function, by its name. */
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

/** Compares names without quotes and with `?` placeholders, so that they are the same for both databases. */
export function isNamed(name: string, beginning: string): boolean {
  return name.replaceAll(/["`]/g, '').replaceAll(/\$\d+/g, '?').startsWith(beginning);
}
