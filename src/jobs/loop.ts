import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

export interface Loop {
  /** Resolves when the round at work is done; no other begins. */
  stop: () => Promise<void>;
}

/** Runs `round` over and over, `everyMs` after the end of the last. A failure is logged, and the next round comes. */
export function startLoop(name: string, everyMs: number, round: () => Promise<unknown>, log: Logger): Loop {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      await round().catch((error) => log.error({ err: error, loop: name }, 'A round failed'));
      await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
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
