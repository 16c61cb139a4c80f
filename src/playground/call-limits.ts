import { type CallsPerMinute, CHANNEL_INTERVAL_MS, slackLimits } from '../core/slack-limits';

const MINUTE_MS = 60_000;
/** Slack tolerates short bursts in a channel. */
const CHANNEL_BURST_MS = 10 * CHANNEL_INTERVAL_MS;

/** Counts the app's calls as Slack does: each method by the minute, messages also by their channel. */
export class CallLimits {
  readonly #methods: MethodLimits;
  readonly #channelUntil = new Map<string, number>();

  constructor(perMinute?: CallsPerMinute) {
    this.#methods = new MethodLimits(perMinute);
  }

  /** Undefined when the call is within the limits, else the seconds after which Slack takes it. */
  take(method: string, channel: unknown, at: number): number | undefined {
    const isPost = method === 'chat.postMessage' && typeof channel === 'string';
    const until = Math.max(at, isPost ? (this.#channelUntil.get(channel) ?? 0) : 0);
    if (until - at >= CHANNEL_BURST_MS) return seconds(until - at - CHANNEL_BURST_MS + 1);
    const wait = this.#methods.take(method, at);
    if (wait === undefined && isPost) this.#channelUntil.set(channel, until + CHANNEL_INTERVAL_MS);
    return wait;
  }
}

/** As many calls of a method as its limit in any sixty seconds, at once or spread. */
export class MethodLimits {
  readonly #perMinute: CallsPerMinute;
  readonly #calls = new Map<string, number[]>();

  constructor(perMinute: CallsPerMinute = slackLimits) {
    this.#perMinute = perMinute;
  }

  /** Undefined when the call is within the limit, else the seconds after which it is. */
  take(method: string, at: number): number | undefined {
    const calls = (this.#calls.get(method) ?? []).filter((call) => call > at - MINUTE_MS);
    this.#calls.set(method, calls);
    const [first = at] = calls;
    if (calls.length >= this.#perMinute(method)) return seconds(first + MINUTE_MS - at);
    calls.push(at);
    return undefined;
  }
}

function seconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1_000));
}
