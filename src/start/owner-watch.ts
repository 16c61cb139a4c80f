import type { Logger } from 'pino';
import type { Database } from '../database/database';
import { findOwners, type Owners } from './installation.sql';

/** Notices when the database of a running program is given to others, for good: only a new start compares again. */
export class OwnerWatch {
  readonly #db: Database;
  readonly #log: Logger;
  readonly #onLost: () => Promise<unknown>;
  #owners: Owners | undefined;
  #isLost = false;

  /** `onLost` ends the work. */
  constructor(db: Database, log: Logger, onLost: () => Promise<unknown>) {
    this.#db = db;
    this.#log = log;
    this.#onLost = onLost;
  }

  /** From now on, the database has to stay with these. */
  expect(owners: Owners): void {
    this.#owners = owners;
  }

  /** Rejects when the database does not answer, which says nothing about its owners. */
  async isOurs(): Promise<boolean> {
    if (!this.#owners || this.#isLost) return !this.#isLost;
    const now = await findOwners(this.#db);
    if (isSame(this.#owners, now) || this.#isLost) return !this.#isLost;
    this.#isLost = true;
    this.#log.error(
      { before: this.#owners, now },
      'The database was given to others: nothing is accepted or sent until a start with the settings of its owners',
    );
    this.#onLost().catch((error) =>
      this.#log.error({ err: error }, 'The work for the former owners could not be ended'),
    );
    return false;
  }
}

function isSame(one: Owners, other: Owners): boolean {
  return one.slack?.value === other.slack?.value && one.moodle?.value === other.moodle?.value;
}
