/** SQLite takes no more than five hundred rows in one statement. */
const ROWS_AT_ONCE = 400;

/** As many at a time as one statement takes. */
export function chunks<T>(list: readonly T[], size = ROWS_AT_ONCE): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
