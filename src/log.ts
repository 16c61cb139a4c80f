import type { Logger as BoltLogger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import { destination, type Logger, pino } from 'pino';

/** Lines of JSON on standard output, or on standard error where that is for people. */
export function createLog(level: string, { toError = false } = {}): Logger {
  const options = { level, base: null, serializers: { err: describe, error: describe } };
  return pino(options, destination(toError ? 2 : 1));
}

/** Only what tells the cause: a database's error also carries the row, hence people's names. */
function describe(error: unknown) {
  if (!(error instanceof Error)) return error;
  const { name, message, stack } = error;
  return { name, message, stack, code: 'code' in error ? error.code : undefined };
}

/** Lets Slack's libraries write into our log. Their debug lines can hold what people typed, so they are left out. */
export function boltLogger(log: Logger): BoltLogger {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      log[level](parts.map(String).join(' '));
  return {
    debug: () => undefined,
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
