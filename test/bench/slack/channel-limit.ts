/** A message that Slack accepted. */
export interface Post {
  channel: string;
  /** Milliseconds; all posts use the same clock. */
  at: number;
}

const INTERVAL_MS = 1_000;

/** One message a second per channel, to the millisecond, without bursts. */
export class ChannelLimit {
  readonly #takenAt = new Map<string, number>();
  readonly posts: Post[] = [];
  refused = 0;

  /** Returns true when the message may be posted now. */
  take(channel: string, at: number): boolean {
    if (at - (this.#takenAt.get(channel) ?? Number.NEGATIVE_INFINITY) < INTERVAL_MS) {
      this.refused += 1;
      return false;
    }
    this.#takenAt.set(channel, at);
    this.posts.push({ channel, at });
    return true;
  }
}
