import type { Now } from '../core/time';
import type { Clock } from './clock';
import type { Translator } from './translator';

const MICROSECONDS = 1_000_000;

/** Gives messages the time of the workspace's clock; `emulate` knows only real time. */
export class Timestamps {
  readonly #clock: Clock;
  readonly #ids: Translator;
  readonly #newest = new Map<string, number>();

  constructor(clock: Clock, ids: Translator) {
    this.#clock = clock;
    this.#ids = ids;
  }

  /**
   * Maps a timestamp of `emulate` to one of the workspace's clock: later than all others in its channel, and used in no
   * other channel. A restored message keeps the one it had.
   */
  replace(inner: string, channel: string, had?: string): void {
    const newest = this.#newest.get(channel) ?? 0;
    const given = had ?? this.#next(newest + 1);
    this.#newest.set(channel, Math.max(newest, fromTimestamp(given)));
    this.#ids.pair(given, inner);
  }

  #next(earliest: number): string {
    let candidate = Math.max(this.#clock.now().toMillis() * 1000, earliest);
    while (this.#ids.knows(written(candidate))) candidate += 1;
    return written(candidate);
  }
}

export function toTimestamp(time: Now): string {
  return written(time.toMillis() * 1000);
}

function fromTimestamp(ts: string): number {
  return Number(ts.replace('.', ''));
}

function written(microseconds: number): string {
  const fraction = String(microseconds % MICROSECONDS).padStart(6, '0');
  return `${Math.floor(microseconds / MICROSECONDS)}.${fraction}`;
}
