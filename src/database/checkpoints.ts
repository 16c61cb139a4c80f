import type { Database } from './database';
import { openDatabase } from './open-database';

/**
 * Moves SQLite's write-ahead log into the database file, on a connection and a thread of its own, so that no commit
 * waits for it. PostgreSQL does this itself.
 */
export class Checkpoints {
  readonly #beside: Database | undefined;

  constructor(db: Database) {
    const file: string | undefined = db.client.config.connection.filename;
    this.#beside = file ? openDatabase(`sqlite:${file}`) : undefined;
  }

  /** Moves as much as possible without waiting for readers or writers. */
  async make(): Promise<void> {
    await this.#beside?.raw('pragma wal_checkpoint(passive)');
  }

  async close(): Promise<void> {
    await this.#beside?.destroy();
  }
}
