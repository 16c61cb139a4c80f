import { type Logger, LogLevel } from '@slack/bolt';

const nothing = () => {};

/** Silences log lines: refusals are expected in these tests. */
export const quiet: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};
