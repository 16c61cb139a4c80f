import type { Database } from './database';
import { openDatabase } from './open-database';

/**
 * Moves what was written from SQLite's log into its file, on a connection and a thread of its own, so that nobody who
 * commits waits for it. PostgreSQL does so by itself.
 */
export class Checkpoints {
  readonly #beside: Database | undefined;

  constructor(db: Database) {
    const file: string | undefined = db.client.config.connection.filename;
    this.#beside = file ? openDatabase(`sqlite:${file}`) : undefined;
  }

  /** As far as readers and writers allow; it waits for none of them. */
  async make(): Promise<void> {
    await this.#beside?.raw('pragma wal_checkpoint(passive)');
  }

  async close(): Promise<void> {
    await this.#beside?.destroy();
  }
}
