import type { Logger } from 'pino';
import type { CallsPerMinute } from '../core/slack-limits';
import type { Now } from '../core/time';
import type { Database } from '../database/database';
import type { Failure } from '../slack/failures';
import type { MessageContext, OutboxMessages } from './message';

export interface DeliverySettings {
  db: Database;
  log: Logger;
  /** Clock for leases and rate limits: the real one, or one that runs at the same speed. */
  now: () => Now;
  /** All message kinds. */
  messages: OutboxMessages;
  /** Passed to every message handler. */
  context: MessageContext;
  /** Classifies an error for the next attempt; defaults to Slack's errors. */
  classify?: (error: unknown) => Failure;
  /** How long an attempt may hold its claim. A crash frees it much sooner. */
  maxAttemptMs?: number;
  /**
   * How long a claim lasts that is not extended. For a clock that a test moves: extensions come by the real clock, so it
   * may need claims that last longer.
   */
  leaseMs?: number | undefined;
  /** No post begins within this time before the end of the attempt. */
  lastPostMs?: number;
  /** No post begins while the claim, if it were not extended any more, would last less than this. */
  postMs?: number;
  /** Retries without limit. */
  neverGivesUp?: boolean;
  /** Upper limit of the time between two attempts. */
  maxWaitSeconds?: number;
  /** Time between two messages in the same place; Slack accepts one a second. */
  spacingMs?: number | undefined;
  /** Defaults to Slack's limits. */
  callsPerMinute?: CallsPerMinute | undefined;
}

export const MAX_ATTEMPT_MS = 30_000;
