import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Whatever failed is given a little time, and others the database. */
const AFTER_FAILURE_MS = 2_000;

export interface Loop {
  /** Resolves when the round at work is done; no other begins. */
  stop: () => Promise<void>;
}

/** Runs `round` over and over, `everyMs` after the end of the last. A failure is logged, and the next round comes. */
export function startLoop(name: string, everyMs: number, round: () => Promise<unknown>, log: Logger): Loop {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      const wait = await round().then(
        () => everyMs,
        (error) => {
          log.error({ err: error, loop: name }, 'A round failed');
          return everyMs + AFTER_FAILURE_MS;
        },
      );
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
