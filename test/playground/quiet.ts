import { type Logger, LogLevel } from '@slack/bolt';

const nothing = () => {};

/** Refusals are what these tests look for, so they are not worth a log line. */
export const quiet: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};
