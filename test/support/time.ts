import { setTimeout as sleep } from 'node:timers/promises';
import { type Now, parseInstant } from '../../src/core/time';

const PATIENCE_MS = 120_000;

export function at(instant: string): Now {
  return parseInstant(instant);
}

/** Waits until it is true, for as long as a busy machine may take; says what was expected otherwise. */
export async function eventually(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`Still not so after two minutes: ${what}`);
    await sleep(20);
  }
}
