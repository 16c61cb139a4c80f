/** The one row that an insert without conflicts returns. */
export function inserted<R>([row]: readonly R[]): R {
  if (!row) throw new Error('The database returned no row for an insert.');
  return row;
}
