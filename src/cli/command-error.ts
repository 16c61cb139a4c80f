/** Something the person at the command line can mend; shown as it is. */
export class CommandError extends Error {}
