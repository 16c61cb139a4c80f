/** A channel's trouble that Slack has no error for: the company of a coordinator cannot see it. */
export const UNSHARED = 'unshared';

/** What happened to a channel in Slack, as far as it concerns the customer whose channel it is. */
export type ChannelChange =
  /** Nothing can be said there any more; `error` is what Slack would answer. */
  | { kind: 'lost'; channel: string; error: string }
  /** Whether messages still arrive there has to be asked of Slack. */
  | { kind: 'look'; channel: string }
  /** The same channel, under another id. */
  | { kind: 'moved'; from: string; to: string };
