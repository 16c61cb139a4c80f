/** A channel error for which Slack has no code: the company of a coordinator cannot see the channel. */
export const UNSHARED = 'unshared';

/** A change in Slack to the channel of a customer. */
export type ChannelChange =
  /** Nothing can be posted there any more; `error` is the code that Slack would answer. */
  | { kind: 'lost'; channel: string; error: string }
  /** Slack must be asked whether messages still arrive there. */
  | { kind: 'look'; channel: string }
  /** The same channel with another id. */
  | { kind: 'moved'; from: string; to: string };
