import { setTimeout as sleep } from 'node:timers/promises';
import { type Now, parseInstant } from '../../src/domain/time';

export function at(instant: string): Now {
  return parseInstant(instant);
}

/** Waits until it is true, at most five seconds; says what was expected otherwise. */
export async function eventually(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`Still not so after five seconds: ${what}`);
    await sleep(20);
  }
}
