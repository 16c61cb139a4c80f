/** The row of an insert that cannot conflict. */
export function inserted<R>([row]: readonly R[]): R {
  if (!row) throw new Error('The database returned no row for an insert.');
  return row;
}
