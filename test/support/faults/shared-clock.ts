import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { DateTime, Settings } from 'luxon';
import type { Now } from '../../../src/core/time';

const DIGITS = 13;

/** A clock that several processes look at. It stands still until somebody moves it, and is kept in a file. */
export class SharedClock {
  readonly #file: number;
  readonly #digits = Buffer.alloc(DIGITS);

  constructor(readonly path: string) {
    this.#file = openSync(path, 'r+');
  }

  static startingAt(path: string, time: Now): SharedClock {
    writeFileSync(path, String(time.toMillis()));
    return new SharedClock(path);
  }

  get milliseconds(): number {
    readSync(this.#file, this.#digits, 0, DIGITS, 0);
    return Number(this.#digits.toString());
  }

  now(): Now {
    return DateTime.fromMillis(this.milliseconds, { zone: 'utc' }) as Now;
  }

  /** Never back. */
  moveTo(milliseconds: number): void {
    if (milliseconds > this.milliseconds) writeSync(this.#file, String(Math.ceil(milliseconds)), 0);
  }

  advance(milliseconds: number): void {
    this.moveTo(this.milliseconds + milliseconds);
  }

  /** From now on this is the real clock to our whole program, and to the local workspace where that is in this process. */
  rule(): void {
    Settings.now = () => this.milliseconds;
  }

  /** Gives the real clock back. */
  retire(): void {
    Settings.now = Date.now;
    closeSync(this.#file);
  }
}
