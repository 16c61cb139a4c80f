/** No room, or no right to write: codes of SQLite and of PostgreSQL. */
const CANNOT_WRITE = /^(SQLITE_(FULL|READONLY|IOERR)|53100|25006)/;
/** Longer than the time between two checkpoints, which need room too. */
const RECENT_MS = 15_000;

/** Remembers that the database could not be written, since a statement that changes nothing does not find out. */
export class WriteFailures {
  #last: { error: Error; at: number } | undefined;

  note(error: Error): void {
    const { code = '' } = error as { code?: string };
    if (CANNOT_WRITE.test(code)) this.#last = { error, at: performance.now() };
  }

  /** Throws the last failure if it was lately. After that, only a write that succeeds clears it. */
  async ensureNone(write: () => Promise<unknown>): Promise<void> {
    if (!this.#last) return;
    if (performance.now() - this.#last.at < RECENT_MS) throw this.#last.error;
    await write();
    this.#last = undefined;
  }
}

export function writeFailuresOf({ userParams }: { userParams: Readonly<Record<string, unknown>> }): WriteFailures {
  return userParams.writeFailures as WriteFailures;
}
