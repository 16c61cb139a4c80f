import { setTimeout as sleep } from 'node:timers/promises';
import { classify } from '../failures';

/** Slack may show a modal later than our request to change it arrives, or be away for a moment. */
const PAUSES_MS = [200, 500, 1_000, 2_000, 4_000, 8_000];
/** Nobody waits longer for the answer to a click. */
const MAX_WAIT_MS = 120_000;

/**
 * Repeats a call until Slack takes it, after the time for which Slack refuses it. Rejects with the last error, or at once
 * with one that is hopeless; `pauseMs` is the pause that would follow.
 */
export async function persistently(
  call: () => Promise<unknown>,
  isHopeless: (error: unknown, pauseMs: number) => boolean,
): Promise<void> {
  for (const pauseMs of PAUSES_MS) {
    try {
      await call();
      return;
    } catch (error) {
      const waitMs = waitOf(error);
      if (waitMs > MAX_WAIT_MS || isHopeless(error, pauseMs)) throw error;
      await sleep(Math.max(pauseMs, waitMs), undefined, { ref: false });
    }
  }
  await call();
}

function waitOf(error: unknown): number {
  const failure = classify(error);
  return failure.kind === 'wait' ? failure.seconds * 1_000 : 0;
}
