import type { Logger as BoltLogger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import { type Logger, pino, stdSerializers } from 'pino';

/** Lines of JSON on standard output. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, serializers: { err: stdSerializers.err, error: stdSerializers.err } });
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
