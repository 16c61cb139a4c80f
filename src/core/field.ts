/** The inputs of all forms, by name. Each form adds its own by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Fields {}

/** The input that a refusal stands beside. */
export type Field = keyof Fields;
