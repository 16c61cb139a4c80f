/** Throws when the row does not exist. */
export async function found<R>(looking: PromiseLike<R | undefined>): Promise<R> {
  const row = await looking;
  if (row === undefined) throw new Error('There is no such row.');
  return row;
}
