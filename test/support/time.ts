import { setTimeout as sleep } from 'node:timers/promises';
import { type Now, parseInstant } from '../../src/core/time';

const PATIENCE_MS = 120_000;
const LONGEST_PAUSE_MS = 50;

export function at(instant: string): Now {
  return parseInstant(instant);
}

/** Waits until the condition holds, allowing for a busy machine. Throws with the description otherwise. */
export async function eventually(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let pauseMs = 2; !(await isTrue()); pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    if (Date.now() > deadline) throw new Error(`Still not so after two minutes: ${what}`);
    await sleep(pauseMs);
  }
}
