// Spreadsheets run a cell that begins with one of these characters as a formula. An apostrophe in front makes it text,
// and is removed on import. Cells that already have one get another, so that nothing is lost.

/** The cell, safe to open in a spreadsheet. */
export function defuse(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** The original cell. */
export function disarm(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
