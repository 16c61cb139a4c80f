// A spreadsheet runs a cell that begins with one of these as a formula. An apostrophe before it makes it text, which we
// take off again when the file comes back: one more goes on what had some already, so that nothing is lost on the way.

/** The cell as it may be opened in a spreadsheet. */
export function defuse(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before. */
export function disarm(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
