import { type Instant, type Now, parseInstant, toInstant } from '../core/time';

/**
 * Slack allows “several hundred messages a minute” per workspace. Fifteen a second reach ten thousand customers in 11
 * minutes.
 */
const PER_SECOND = 15;
const INTERVAL_MS = 1_000 / PER_SECOND;
/** Budget that may be used at once after a silence. */
const BURST_MS = 500;
const SLOWEST_MS = 1_000;
const RECOVERY = 0.95;
const WIDESPREAD_WITHIN_MS = 5_000;

/**
 * Limits the messages to the workspace. All senders share one budget, which shrinks when Slack reports a rate limit.
 */
export class RateLimiter {
  #intervalMs = INTERVAL_MS;
  #refused: { concurrencyKey: string; at: Now } | undefined;

  /** `share` is the instant until which the budget is used up. Returns how many messages may go now. */
  allowed(share: Instant, at: Now): number {
    const ahead = Math.max(0, parseInstant(share).diff(at).milliseconds);
    return Math.max(0, Math.floor((BURST_MS - ahead) / this.#intervalMs) + 1);
  }

  /** The budget after that many more messages. */
  after(share: Instant, at: Now, messages: number): Instant {
    const from = Math.max(parseInstant(share).toMillis(), at.toMillis());
    return toInstant(at.plus({ milliseconds: from - at.toMillis() + messages * this.#intervalMs }));
  }

  get intervalMs(): number {
    return this.#intervalMs;
  }

  /** Slows down when Slack rate-limits two places within a few seconds; one place alone changes nothing. */
  slowDown(concurrencyKey: string, at: Now): void {
    const before = this.#refused;
    this.#refused = { concurrencyKey, at };
    const isWidespread =
      before && before.concurrencyKey !== concurrencyKey && at.diff(before.at).milliseconds < WIDESPREAD_WITHIN_MS;
    if (isWidespread) this.#intervalMs = Math.min(this.#intervalMs * 2, SLOWEST_MS);
  }

  /** Call it for each message that Slack accepts; speeds up again in steps. */
  recover(): void {
    this.#intervalMs = Math.max(this.#intervalMs * RECOVERY, INTERVAL_MS);
  }
}
