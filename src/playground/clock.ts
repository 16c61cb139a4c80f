import { DateTime } from 'luxon';
import type { Now } from '../core/time';

/** The local workspace's clock: it runs at the usual rate, and can be set forward or back. */
export class Clock {
  readonly #listeners = new Set<() => void>();
  #ahead = 0;

  now(): Now {
    return DateTime.utc().plus({ milliseconds: this.#ahead }) as Now;
  }

  moveTo(time: Now): void {
    this.moveAhead(time.toMillis() - Date.now());
  }

  /** Sets the offset from real time, in milliseconds; negative is behind. */
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

  /** Returns a function that stops listening. */
  onMove(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
