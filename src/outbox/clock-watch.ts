import type { Now } from '../core/time';
import { type DeliverySettings, MAX_ATTEMPT_MS } from './delivery-settings';
import type { Destination } from './outbox-entry';
import { freeOverlongHolds } from './overlong-holds.sql';

/** Other machines may have left holds of a wrong clock behind. */
const EVERY_MS = 10_000;

type Settings = Pick<DeliverySettings, 'db' | 'log' | 'maxAttemptMs'> & { destination?: Destination };

/** Frees what a wrong clock holds up: at the start, when our clock goes back, and every few seconds. */
export class ClockWatch {
  readonly #settings: Settings;
  #last: Now | undefined;
  /** Not by the clock that may be wrong. */
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  async look(now: Now): Promise<void> {
    if (!this.#isDue(now)) return;
    const { db, log, destination = 'slack', maxAttemptMs = MAX_ATTEMPT_MS } = this.#settings;
    const freed = await freeOverlongHolds(db, destination, now, maxAttemptMs);
    if (freed > 0) log.warn({ destination, freed }, 'The clock was ahead: what it held up is free again');
  }

  #isDue(now: Now): boolean {
    const isSetBack = this.#last !== undefined && now < this.#last;
    this.#last = now;
    const elapsed = performance.now();
    if (!isSetBack && elapsed - this.#lookedAt < EVERY_MS) return false;
    this.#lookedAt = elapsed;
    return true;
  }
}
