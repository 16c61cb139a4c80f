import type { Logger as BoltLogger } from '@slack/bolt';
import { LogLevel } from '@slack/web-api';
import { destination, type Logger, pino } from 'pino';

/** Writes JSON lines to standard output, or to standard error when standard output carries text for people. */
export function createLog(level: string, { toError = false } = {}): Logger {
  const options = { level, base: null, serializers: { err: describe, error: describe } };
  return pino(options, destination(toError ? 2 : 1));
}

/** Drops extra properties: a database error also carries the row, and with it people's names. */
function describe(error: unknown) {
  if (!(error instanceof Error)) return error;
  const { name, message, stack } = error;
  return { name, message, stack, code: 'code' in error ? error.code : undefined };
}

/** Routes the log of Slack's libraries into ours, without debug lines: they can contain people's input. */
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
