import type { Logger } from 'pino';
import { type Instant, type Now, toInstant } from '../core/time';
import type { Database } from '../database/database';
import { extendKey } from './concurrency-keys';

/** After a crash, a concurrency key is free for other senders within this time. */
export const LEASE_MS = 14_000;
const BEAT_MS = 2_000;

interface LeaseSettings {
  db: Database;
  log: Logger;
  now: () => Now;
  leaseMs?: number | undefined;
}

/**
 * A claimed concurrency key. It is claimed for a short time only, and extended again and again while the delivery
 * runs, but never past its end: a delivery that hangs loses it, too.
 */
export class Lease {
  readonly #key: string;
  readonly #end: Now;
  readonly #settings: LeaseSettings;
  readonly #leaseMs: number;
  #until: Now;
  #extended: Moment;
  /** What the key may say while we hold it: an extension may be saved although its answer was lost. */
  #written: readonly Instant[];
  #isLost = false;
  #extension: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(key: string, claimed: { until: Now; end: Now }, settings: LeaseSettings) {
    this.#key = key;
    this.#end = claimed.end;
    this.#until = claimed.until;
    this.#leaseMs = settings.leaseMs ?? LEASE_MS;
    const claimedAt = claimed.until.minus({ milliseconds: this.#leaseMs });
    this.#extended = ago(Math.max(0, settings.now().diff(claimedAt).milliseconds));
    this.#written = [toInstant(claimed.until)];
    this.#settings = settings;
    this.#timer = setInterval(() => this.#extend(), BEAT_MS).unref();
  }

  /** False when another sender may hold the key before this time has passed. */
  lasts(milliseconds: number): boolean {
    // The clock may have moved faster than the timer.
    if (this.#settings.now() >= this.#until.minus({ milliseconds: this.#leaseMs - BEAT_MS })) this.#extend();
    return !this.#isLost && since(this.#extended) <= this.#leaseMs - milliseconds;
  }

  /** Ends the extensions. Resolves to what the key says if it is still ours. */
  async close(): Promise<readonly Instant[]> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#extension;
    return this.#written;
  }

  /** One at a time. After a failure, the next beat tries again. */
  #extend(): void {
    if (this.#timer === undefined || this.#isLost) return;
    const { log } = this.#settings;
    this.#extension ??= this.#save()
      .catch((error: unknown) => log.warn({ err: error, key: this.#key }, 'A lease could not be extended'))
      .finally(() => {
        this.#extension = undefined;
      });
  }

  async #save(): Promise<void> {
    const { db, now } = this.#settings;
    const until = leaseFrom(now(), this.#end, this.#leaseMs);
    const moment = ago(0);
    const before = this.#written;
    this.#written = [...before, toInstant(until)];
    if (await extendKey(db, this.#key, before, toInstant(until))) {
      this.#until = until;
      this.#extended = moment;
      this.#written = [toInstant(until)];
    } else this.#isLost = true;
  }
}

/** By two clocks: one stands still while the machine sleeps, the other can be put back. */
interface Moment {
  wall: number;
  steady: number;
}

function ago(milliseconds: number): Moment {
  return { wall: Date.now() - milliseconds, steady: performance.now() - milliseconds };
}

function since({ wall, steady }: Moment): number {
  return Math.max(Date.now() - wall, performance.now() - steady);
}

/** The end of a lease that begins or is extended now. */
export function leaseFrom(now: Now, end: Now, leaseMs: number): Now {
  const until = now.plus({ milliseconds: leaseMs });
  return until < end ? until : end;
}
