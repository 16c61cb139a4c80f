import { statSync } from 'node:fs';

const LOOK_AGAIN_MS = 1_000;

/** A SQLite file that is not the one that was opened. Writing would go to a file that nobody finds again. */
class FileReplacedError extends Error {
  /** As SQLite calls it. */
  readonly code = 'SQLITE_READONLY_DBMOVED';

  constructor(file: string) {
    super(
      `The database file ${file} was deleted or replaced while it was open: put it back, or start the program again`,
    );
  }
}

/** Notices when the file of an open database is deleted or replaced, as when a volume goes away. */
export class DatabaseFile {
  readonly #path: string;
  #opened: string | undefined;
  #lookedAt = 0;
  #isGone = false;

  constructor(path: string) {
    this.#path = path;
  }

  /** Call it when a connection has opened the file. */
  opened(): void {
    this.#opened ??= identityOf(this.#path);
  }

  /** Throws when the file is not the opened one any more. Looks once a second at most. */
  ensureThere(): void {
    if (performance.now() - this.#lookedAt >= LOOK_AGAIN_MS) this.#look();
    if (this.#isGone) throw new FileReplacedError(this.#path);
  }

  /** For a new connection, which would create the file anew. */
  ensureStillThere(): void {
    this.#look();
    this.ensureThere();
  }

  #look(): void {
    this.#lookedAt = performance.now();
    this.#isGone = this.#opened !== undefined && identityOf(this.#path) !== this.#opened;
  }
}

/** Device and inode. Undefined when there is no file, and for a database in memory. */
function identityOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.dev}/${found.ino}`;
}
