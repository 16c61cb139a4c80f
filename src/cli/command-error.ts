/** An error that the person at the command line can fix. Its message is printed unchanged. */
export class CommandError extends Error {}
