import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Whatever failed is given a little time, and others the database. */
const AFTER_FAILURE_MS = 2_000;

export interface Loop {
  /** Begins the next round now, or as soon as the one at work is done. */
  wake: () => void;
  /** Resolves when the round at work is done; no other begins. */
  stop: () => Promise<void>;
}

/**
 * Runs `round` over and over, so many milliseconds after the end of the last as that one says. A failure is logged, and
 * the next round comes.
 */
export function startLoop(name: string, round: () => Promise<number>, log: Logger): Loop {
  let pause = new AbortController();
  let isStopping = false;
  const run = async () => {
    while (!isStopping) {
      pause = new AbortController();
      const wait = await round().catch((error) => {
        log.error({ err: error, loop: name }, 'A round failed');
        return AFTER_FAILURE_MS;
      });
      await sleep(wait, undefined, { signal: pause.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    wake: () => pause.abort(),
    stop: async () => {
      isStopping = true;
      pause.abort();
      await running;
    },
  };
}
