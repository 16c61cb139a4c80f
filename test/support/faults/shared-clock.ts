import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { DateTime, Settings } from 'luxon';
import type { Now } from '../../../src/core/time';

const DIGITS = 13;

/** A clock shared between processes through a file. It stands still until it is moved. */
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

  /** Never moves back. */
  moveTo(milliseconds: number): void {
    if (milliseconds > this.milliseconds) writeSync(this.#file, String(Math.ceil(milliseconds)), 0);
  }

  advance(milliseconds: number): void {
    this.moveTo(this.milliseconds + milliseconds);
  }

  /** Makes this the real clock of our whole program, including a local workspace in the same process. */
  rule(): void {
    Settings.now = () => this.milliseconds;
  }

  /** Restores the real clock. */
  retire(): void {
    Settings.now = Date.now;
    closeSync(this.#file);
  }
}
