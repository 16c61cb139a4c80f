/**
 * PHP silently drops excess variables, so nothing of a batch that is too large is sent. Throws: the caller must split
 * it.
 */
export function limit(batch: readonly unknown[], most: number): void {
  if (batch.length > most) throw new Error(`${batch.length} at once, where Moodle takes ${most}`);
}
