import { type Instant, type Now, parseInstant, toInstant } from '../core/time';

/** Slack allows “several hundred messages a minute” in a workspace: fifteen a second reach ten thousand customers in 11 minutes. */
const PER_SECOND = 15;
const INTERVAL_MS = 1_000 / PER_SECOND;
/** What may follow at once after a silence. */
const BURST_MS = 500;
const SLOWEST_MS = 1_000;
const RECOVERY = 0.95;
const WIDESPREAD_WITHIN_MS = 5_000;

/** How many messages may go to the workspace now: a share that all senders draw on, and that shrinks when Slack says so. */
export class RateLimiter {
  #intervalMs = INTERVAL_MS;
  #refused: { concurrencyKey: string; at: Now } | undefined;

  /** `share` is until when the workspace has had what it may have. */
  allowed(share: Instant, at: Now): number {
    const ahead = Math.max(0, parseInstant(share).diff(at).milliseconds);
    return Math.max(0, Math.floor((BURST_MS - ahead) / this.#intervalMs) + 1);
  }

  /** The share after so many more. */
  after(share: Instant, at: Now, messages: number): Instant {
    const from = Math.max(parseInstant(share).toMillis(), at.toMillis());
    return toInstant(at.plus({ milliseconds: from - at.toMillis() + messages * this.#intervalMs }));
  }

  get intervalMs(): number {
    return this.#intervalMs;
  }

  /** Slack had too much in that place; when it says so in several, it had too much in all. */
  slowDown(concurrencyKey: string, at: Now): void {
    const before = this.#refused;
    this.#refused = { concurrencyKey, at };
    const isWidespread =
      before && before.concurrencyKey !== concurrencyKey && at.diff(before.at).milliseconds < WIDESPREAD_WITHIN_MS;
    if (isWidespread) this.#intervalMs = Math.min(this.#intervalMs * 2, SLOWEST_MS);
  }

  /** Slack took another one. */
  recover(): void {
    this.#intervalMs = Math.max(this.#intervalMs * RECOVERY, INTERVAL_MS);
  }
}
