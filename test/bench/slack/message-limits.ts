import { CHANNEL_INTERVAL_MS } from '../../../src/core/slack-limits';
import { MethodLimits } from '../../../src/playground/call-limits';

/** A message that Slack accepted. */
export interface Post {
  channel: string;
  /** Milliseconds; all posts use the same clock. */
  at: number;
}

/** Slack's limits of each method, and one message a second per channel, to the millisecond, without bursts. */
export class MessageLimits {
  readonly #methods = new MethodLimits();
  readonly #takenAt = new Map<string, number>();
  readonly posts: Post[] = [];
  refused = 0;

  /** Returns true when the call is accepted. */
  take(method: string, channel: string, at: number): boolean {
    const isPost = method === 'chat.postMessage';
    const isTooSoon = isPost && at - (this.#takenAt.get(channel) ?? Number.NEGATIVE_INFINITY) < CHANNEL_INTERVAL_MS;
    if (isTooSoon || this.#methods.take(method, at) !== undefined) {
      this.refused += 1;
      return false;
    }
    if (!isPost) return true;
    this.#takenAt.set(channel, at);
    this.posts.push({ channel, at });
    return true;
  }
}
