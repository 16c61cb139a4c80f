import type { Now } from '../core/time';
import { type DeliverySettings, MAX_ATTEMPT_MS } from './delivery-settings';
import { LEASE_MS } from './lease';
import type { Destination } from './outbox-entry';
import { freeOverlongHolds } from './overlong-holds.sql';

/** Other machines may have left holds of a wrong clock behind. */
const EVERY_MS = 10_000;
/** Much less than a lease, much more than the difference between two clocks that run. */
const JUMP_MS = 2_000;

type Settings = Pick<DeliverySettings, 'db' | 'log' | 'maxAttemptMs' | 'leaseMs'> & { destination?: Destination };

/**
 * Frees what a wrong clock holds up: at the start, when our clock goes back, and every few seconds. Notices when it
 * jumps ahead, also because the machine was asleep.
 */
export class ClockWatch {
  readonly #settings: Settings;
  #last: { now: Now; elapsed: number } | undefined;
  /** These are not by the clock that may be wrong. */
  #lookedAt = Number.NEGATIVE_INFINITY;
  #jumpedAt = Number.NEGATIVE_INFINITY;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  async look(now: Now): Promise<void> {
    const elapsed = performance.now();
    const last = this.#last;
    this.#last = { now, elapsed };
    const moved = last ? now.diff(last.now).milliseconds : 0;
    if (last && moved - (elapsed - last.elapsed) > JUMP_MS) this.#jumpedAt = elapsed;
    if (moved >= 0 && elapsed - this.#lookedAt < EVERY_MS) return;
    this.#lookedAt = elapsed;
    await this.#freeHolds(now);
  }

  /**
   * Our clock has jumped ahead, so that every lease seems to have ended. Senders that are alive extend theirs soon; after
   * the time of one lease, the others belong to dead ones. A clock that a test moves says how long leases last by it.
   */
  get makesLeasesDoubtful(): boolean {
    return this.#settings.leaseMs === undefined && performance.now() - this.#jumpedAt < LEASE_MS;
  }

  async #freeHolds(now: Now): Promise<void> {
    const { db, log, destination = 'slack', maxAttemptMs = MAX_ATTEMPT_MS } = this.#settings;
    const freed = await freeOverlongHolds(db, destination, now, maxAttemptMs);
    if (freed > 0) log.warn({ destination, freed }, 'The clock was ahead: what it held up is free again');
  }
}
