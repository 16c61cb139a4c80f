import type { Flag } from './tables';

/** A boolean as both databases store it alike. */
export function flag(value: boolean): Flag {
  return value ? 1 : 0;
}
