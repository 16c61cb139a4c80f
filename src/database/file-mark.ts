/** Where a SQLite file and its write-ahead log stand at one moment. */
export interface FileMark {
  /** Size and time of the last change of the file. SQLite writes into it at a checkpoint only. */
  content: string;
  /** Pages in the log, and how many of them a checkpoint has moved into the file. */
  log: number;
  moved: number;
  /** Counts how often the log began anew. Undefined while the log is empty. */
  salt: number | undefined;
}

/**
 * Whether SQLite itself can have changed the file in between. The log begins anew only when all of it is in the file, so
 * the first time it may do so without a checkpoint in between, and from then on it may not.
 */
export function isExplained(before: FileMark, now: FileMark): boolean {
  if (now.content === before.content) return true;
  if (now.salt === before.salt) return now.moved > before.moved;
  const beginnings = before.salt === undefined || now.salt === undefined ? 1 : (now.salt - before.salt) >>> 0;
  const free = before.moved === before.log ? 1 : 0;
  return now.moved > 0 || beginnings > free;
}
