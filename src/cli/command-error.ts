/** An error that the person at the command line can fix; its message is printed as it is. */
export class CommandError extends Error {}
