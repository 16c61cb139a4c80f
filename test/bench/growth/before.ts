export type DatabaseName = 'SQLite' | 'PostgreSQL';

/** The p99 in milliseconds, with ten thousand and with a million seats, before the lists had indexes of their own. */
export const BEFORE: Record<DatabaseName, Record<string, readonly [number, number]>> = {
  SQLite: {},
  PostgreSQL: {},
};
