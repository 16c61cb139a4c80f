import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { reportFailedRound } from './report-failed-round';

/** The pause after a failed run; frees the database for other work. */
const AFTER_FAILURE_MS = 2_000;

export interface Loop {
  /** Starts the next run now, or as soon as the current one ends. */
  wake: () => void;
  /** Resolves when the current run ends; starts no other. */
  stop: () => Promise<void>;
}

/** Repeats `round`, which returns the pause in milliseconds before the next run. Logs a failed run and continues. */
export function startLoop(name: string, round: () => Promise<number>, log: Logger): Loop {
  let pause = new AbortController();
  let isStopping = false;
  const run = async () => {
    while (!isStopping) {
      pause = new AbortController();
      const wait = await round().catch((error) => {
        reportFailedRound(name, error, log);
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
