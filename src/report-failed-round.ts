import type { Logger } from 'pino';
import { isUnavailable } from './database/database';
import { outageInWords } from './database/outage';

/** During an outage every loop fails at every round. */
const SAY_AGAIN_MS = 60_000;

/** When each sentence about an outage was last said, by all loops together. */
const saidAt = new WeakMap<Logger, Map<string, number>>();

/** Logs a bug each time, and an outage of the database once a minute, without the statement that met it. */
export function reportFailedRound(loop: string, error: unknown, log: Logger): void {
  if (isUnavailable(error)) sayOutage(loop, outageInWords(error as Error), log);
  else log.error({ err: error, loop }, 'A round failed');
}

function sayOutage(loop: string, sentence: string, log: Logger): void {
  const said = saidAt.get(log) ?? new Map<string, number>();
  saidAt.set(log, said);
  const now = performance.now();
  if (now - (said.get(sentence) ?? -SAY_AGAIN_MS) < SAY_AGAIN_MS) return;
  said.set(sentence, now);
  log.error({ loop }, sentence);
}
