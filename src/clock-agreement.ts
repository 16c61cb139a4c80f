import type { Now } from './core/time';

/** Less than the hour between two runs of a job that deletes. */
const AGREES_FOR_MS = 50 * 60_000;
/** Allows for a clock that is being set right little by little. */
const MAX_DRIFT_MS = 60_000;

/**
 * Whether a clock has run as time passes. A clock that jumps, or is wrong when the machine starts, is usually put right
 * within minutes; what is deleted by a wrong clock is gone for good. Nothing is stored: each process waits anew.
 */
export class ClockAgreement {
  readonly #now: () => Now;
  readonly #elapsed: () => number;
  #since: { ahead: number; elapsed: number } | undefined;

  /** `elapsed`: milliseconds that have passed, by a clock that nobody sets. */
  constructor(now: () => Now, elapsed = () => performance.now()) {
    this.#now = now;
    this.#elapsed = elapsed;
  }

  /** Compares the two clocks. True when they have not disagreed for most of an hour. */
  look(): boolean {
    const elapsed = this.#elapsed();
    const ahead = this.#now().toMillis() - elapsed;
    if (!this.#since || Math.abs(ahead - this.#since.ahead) > MAX_DRIFT_MS) this.#since = { ahead, elapsed };
    return elapsed - this.#since.elapsed >= AGREES_FOR_MS;
  }
}
