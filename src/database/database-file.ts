import { existsSync, realpathSync, statSync } from 'node:fs';

const LOOK_AGAIN_MS = 1_000;

type FileState = 'there' | 'missing' | 'replaced' | 'overwritten' | 'logMissing';

/** A SQLite file that is not the one that was opened. Writing would go to a file that nobody finds again. */
class FileReplacedError extends Error {
  /** As SQLite calls it. */
  readonly code = 'SQLITE_READONLY_DBMOVED';

  constructor(path: string, state: Exclude<FileState, 'there'>) {
    super(`The database file ${WORDS[state](path)}`);
  }
}

const gone = (path: string) =>
  `${path} was deleted or replaced while it was open: put it back, or start the program again`;

const WORDS = {
  missing: gone,
  replaced: gone,
  overwritten: (path: string) =>
    `${path} was overwritten while it was open, as by a copy of a backup: stop the program, copy the backup once more, and start the program again`,
  logMissing: (path: string) =>
    `${path}-wal or -shm was deleted or replaced while it was open: start the program again, and do not kill it before`,
};

/** Notices when the file of an open database, or its write-ahead log, is deleted or replaced. */
export class DatabaseFile {
  readonly path: string;
  #logPath = '';
  #opened: string | undefined;
  #log: string | undefined;
  #index: string | undefined;
  #lookedAt = 0;
  #isOverwritten = false;
  #state: FileState = 'there';

  constructor(path: string) {
    this.path = path;
  }

  /** SQLite keeps the log beside the file itself, not beside a link to it. */
  get logPath(): string {
    return this.#logPath;
  }

  /** The index of the log. Without it, other processes make one of their own, and overwrite each other’s commits. */
  get #indexPath(): string {
    return this.#logPath.replace(/wal$/, 'shm');
  }

  /** Call it when a connection has opened the file and its log. SQLite keeps both while a connection is open. */
  opened(): void {
    if (this.#opened) return;
    this.#logPath = `${existsSync(this.path) ? realpathSync(this.path) : this.path}-wal`;
    this.#opened = identityOf(this.path);
    this.#log = identityOf(this.#logPath);
    this.#index = identityOf(this.#indexPath);
  }

  /** Says whether a program other than SQLite has written into the file, which only `Checkpoints` can tell. */
  setOverwritten(isOverwritten: boolean): void {
    this.#isOverwritten = isOverwritten;
    this.look();
  }

  look(): FileState {
    this.#lookedAt = performance.now();
    this.#state = this.#isOverwritten ? 'overwritten' : this.#compare();
    return this.#state;
  }

  /** Throws when the file is not the opened one any more. Looks once a second at most. */
  ensureThere(): void {
    if (performance.now() - this.#lookedAt >= LOOK_AGAIN_MS) this.look();
    if (this.#state !== 'there') throw new FileReplacedError(this.path, this.#state);
  }

  /** For a new connection, which would create the file anew. */
  ensureStillThere(): void {
    this.look();
    this.ensureThere();
  }

  #compare(): FileState {
    if (!this.#opened) return 'there';
    const found = identityOf(this.path);
    if (!found) return 'missing';
    if (found !== this.#opened) return 'replaced';
    const isLogThere = !this.#log || identityOf(this.#logPath) === this.#log;
    const isIndexThere = !this.#index || identityOf(this.#indexPath) === this.#index;
    return isLogThere && isIndexThere ? 'there' : 'logMissing';
  }
}

/** Device and inode. Undefined when there is no file, and for a database in memory. */
function identityOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.dev}/${found.ino}`;
}
