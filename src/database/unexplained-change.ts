/**
 * A change of the database file that nothing explains yet. A checkpoint of another process is no accident, but SQLite
 * reports it at its end only, and until then it looks like one.
 */
export class UnexplainedChange {
  #content: string | undefined;
  #since = 0;
  #stillSince = 0;

  /** Takes what the file is like now. Undefined when everything is explained. */
  see(content: string | undefined): void {
    const now = performance.now();
    if (this.#content === undefined) this.#since = now;
    if (this.#content !== content) this.#stillSince = now;
    this.#content = content;
  }

  /** Milliseconds since it was first seen. */
  get age(): number {
    return this.#content === undefined ? 0 : performance.now() - this.#since;
  }

  /** Milliseconds since the file last changed. */
  get stillFor(): number {
    return this.#content === undefined ? 0 : performance.now() - this.#stillSince;
  }
}
