/** The inputs of all forms, by name. Each form adds its own by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Fields {}

/** The input beside which a refusal appears. */
export type Field = keyof Fields;
