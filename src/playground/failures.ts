import type { Failure } from './state';

const MAX_FAILURES = 20;

/** Recent failures. Each person sees their own, and those that belong to no one. */
export class Failures {
  #all: (Failure & { userId?: string })[] = [];
  #last = 0;

  add(text: string, userId?: string): void {
    this.#last += 1;
    const failure = { id: this.#last, text, ...(userId ? { userId } : {}) };
    this.#all = [...this.#all, failure].slice(-MAX_FAILURES);
  }

  seenBy(userId: string): Failure[] {
    return this.#all
      .filter((failure) => failure.userId === undefined || failure.userId === userId)
      .map(({ id, text }) => ({ id, text }));
  }

  get all(): readonly Failure[] {
    return this.#all;
  }
}
