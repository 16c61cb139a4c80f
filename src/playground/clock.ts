import { DateTime } from 'luxon';
import type { Now } from '../core/time';

/** The time in the local workspace: it runs like any other, but can be set ahead or back. */
export class Clock {
  readonly #listeners = new Set<() => void>();
  #ahead = 0;

  now(): Now {
    return DateTime.utc().plus({ milliseconds: this.#ahead }) as Now;
  }

  moveTo(time: Now): void {
    this.moveAhead(time.toMillis() - Date.now());
  }

  /** So many milliseconds before or behind real time. */
  moveAhead(milliseconds: number): void {
    this.#ahead = milliseconds;
    for (const listener of this.#listeners) listener();
  }

  reset(): void {
    this.moveAhead(0);
  }

  get ahead(): number {
    return this.#ahead;
  }

  get isMoved(): boolean {
    return this.#ahead !== 0;
  }

  /** Returns how to stop listening. */
  onMove(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
