/**
 * The extent of the tests. `npm test` runs every test once, on the database where it matters, with a sample of the
 * random cases: ten of each kind, five on each database. `npm run test:all` sets TEST_ALL, and runs everything on both
 * databases.
 */
export const IS_WHOLE = process.env.TEST_ALL === '1';

/** The sample for `npm test`, the whole for `npm run test:all`. */
export function scope<T>(sample: T, whole: T): T {
  return IS_WHOLE ? whole : sample;
}
