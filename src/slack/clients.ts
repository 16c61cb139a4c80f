import type { Logger } from '@slack/bolt';
import { type FetchFunction, WebClient, type WebClientOptions } from '@slack/web-api';

const base = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true } satisfies WebClientOptions;

/**
 * For answers to a waiting person: one quick attempt. Slack's own retries would post twice after a lost answer, and one
 * rate-limited call would block every other. So there are no retries here, and calls that can wait use another client.
 */
export function interactiveOptions(apiUrl: string, logger: Logger): WebClientOptions {
  return { ...base, slackApiUrl: apiUrl, logger, timeout: 2_500 };
}

/** More than the outbox ever makes at once: a call that queued here would outlive the sender's lease. */
const MAX_CALLS = 50;

/** For the outbox, which has its own retries. */
export function backgroundClient(token: string, apiUrl: string, logger: Logger, fetch: FetchFunction): WebClient {
  return new WebClient(token, {
    ...base,
    fetch,
    slackApiUrl: apiUrl,
    logger,
    timeout: 10_000,
    maxRequestConcurrency: MAX_CALLS,
  });
}
