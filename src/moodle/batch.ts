/** PHP drops what is too much without a word, so nothing of it is sent: whoever calls has to cut it up. */
export function limit(batch: readonly unknown[], most: number): void {
  if (batch.length > most) throw new Error(`${batch.length} at once, where Moodle takes ${most}`);
}
