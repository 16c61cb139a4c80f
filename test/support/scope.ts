/**
 * How much is tested. `npm test` runs every test once, on the database where it matters, and a sample of what is drawn at
 * random; `npm run test:all` sets TEST_ALL and runs all of it on both databases.
 */
export const IS_WHOLE = process.env.TEST_ALL === '1';

/** The sample for `npm test`, the whole for `npm run test:all`. */
export function scope<T>(sample: T, whole: T): T {
  return IS_WHOLE ? whole : sample;
}
