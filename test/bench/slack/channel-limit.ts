/** A message that Slack took. */
export interface Post {
  channel: string;
  /** Milliseconds, on one clock. */
  at: number;
}

const INTERVAL_MS = 1_000;

/** One message a second to each channel, to the millisecond, and no credit for silence. */
export class ChannelLimit {
  readonly #takenAt = new Map<string, number>();
  readonly posts: Post[] = [];
  refused = 0;

  /** Whether the message may be posted now. */
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
