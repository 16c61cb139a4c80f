import type { Logger } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';

const base = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true } satisfies WebClientOptions;

/**
 * For answers to somebody who waits: one quick try. Slack's own retries would post twice after a lost answer, and one
 * rate-limited call would hold up every other, hence none here and a client apart for what can wait.
 */
export function interactiveOptions(apiUrl: string, logger: Logger): WebClientOptions {
  return { ...base, slackApiUrl: apiUrl, logger, timeout: 2_500 };
}

/** More than the outbox ever makes at once: a call that waited for its turn in here would outlive the sender's lease. */
const MAX_CALLS = 50;

/** For the outbox, which retries by itself and remembers. */
export function backgroundClient(token: string, apiUrl: string, logger: Logger): WebClient {
  return new WebClient(token, {
    ...base,
    slackApiUrl: apiUrl,
    logger,
    timeout: 10_000,
    maxRequestConcurrency: MAX_CALLS,
  });
}
