/** SQLite accepts at most five hundred rows in one statement. */
const ROWS_AT_ONCE = 400;

/** Splits a list into batches that fit in one statement. */
export function chunks<T>(list: readonly T[], size = ROWS_AT_ONCE): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
