import { closeSync, copyFileSync, fstatSync, ftruncateSync, openSync, readSync, rmSync, statSync } from 'node:fs';

const HEADER_BYTES = 32;
const SALT_OFFSET = 16;

/**
 * The log file of an open SQLite database. SQLite holds no lock on it, so we may open and close it too; closing another
 * handle of the database file would free SQLite's locks.
 */
export class WriteAheadLog {
  readonly #path: string;
  readonly #handle: number;

  constructor(path: string) {
    this.#path = path;
    this.#handle = openSync(path, 'r+');
  }

  /** Grows by one whenever the log begins anew. Undefined while it is empty. */
  salt(): number | undefined {
    const header = Buffer.alloc(HEADER_BYTES);
    const isThere = readSync(this.#handle, header, 0, HEADER_BYTES, 0) === HEADER_BYTES;
    return isThere ? header.readUInt32BE(SALT_OFFSET) : undefined;
  }

  /**
   * Empties the log, whose pages belong to a file that is no longer there: SQLite would write them into the present file
   * when the last connection closes, or at the next start. A copy stays beside it. Nobody may write to the log any more.
   */
  setAside(): void {
    if (this.#isInPlace()) copyFileSync(this.#path, `${this.#path}.replaced`);
    ftruncateSync(this.#handle, 0);
    if (!this.#isInPlace()) return;
    // Another process that has them open notices that, and a new one begins with its own.
    rmSync(this.#path);
    rmSync(this.#path.replace(/wal$/, 'shm'), { force: true });
  }

  close(): void {
    closeSync(this.#handle);
  }

  #isInPlace(): boolean {
    const own = fstatSync(this.#handle, { bigint: true });
    const found = statSync(this.#path, { bigint: true, throwIfNoEntry: false });
    return found?.ino === own.ino && found.dev === own.dev;
  }
}
