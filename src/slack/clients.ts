import type { Logger } from '@slack/bolt';
import { type FetchFunction, type WebAPICallResult, WebClient, type WebClientOptions } from '@slack/web-api';
import { withMethod } from './failures';

const base = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true } satisfies WebClientOptions;

/**
 * For answers to a waiting person: one quick attempt. Slack's own retries would post twice after a lost answer, and one
 * rate-limited call would block every other. So there are no retries here, and calls that can wait use another client.
 */
export function interactiveOptions(apiUrl: string, logger: Logger): WebClientOptions {
  return { ...base, slackApiUrl: apiUrl, logger, timeout: 2_500 };
}

/** Its refusals name the method. */
class SlackClient extends WebClient {
  override async apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    try {
      return await super.apiCall(method, options);
    } catch (error) {
      throw withMethod(method, error);
    }
  }
}

/** For what an answer to a waiting person needs from Slack. */
export function interactiveClient(token: string, options: WebClientOptions): WebClient {
  return new SlackClient(token, options);
}

/** More than the outbox ever makes at once: a call that queued here would outlive the sender's lease. */
const MAX_CALLS = 50;

/** For the outbox, which has its own retries. */
export function backgroundClient(token: string, apiUrl: string, logger: Logger, fetch: FetchFunction): WebClient {
  return new SlackClient(token, {
    ...base,
    fetch,
    slackApiUrl: apiUrl,
    logger,
    timeout: 10_000,
    maxRequestConcurrency: MAX_CALLS,
  });
}
