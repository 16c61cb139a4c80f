import { type Now, parseInstant } from '../core/time';
import type { Failure } from '../slack/failures';
import type { OutboxEntry } from './outbox-entry';

/** Nothing waits longer for its next attempt, whoever asks for it. */
export const MAX_WAIT_SECONDS = 300;
const GIVE_UP_AFTER_SECONDS = 24 * 60 * 60;
const GIVE_UP_AFTER_ATTEMPTS = 12;

/**
 * Requires a long time and many attempts. The time is the sum of the waits between attempts: neither our own downtime
 * nor a clock that is moved counts.
 */
export function isTriedLongEnough({ triedSeconds, attempts }: OutboxEntry): boolean {
  return triedSeconds >= GIVE_UP_AFTER_SECONDS && attempts >= GIVE_UP_AFTER_ATTEMPTS;
}

export function isExpired({ expiresAt }: OutboxEntry, now: Now): boolean {
  return expiresAt !== undefined && parseInstant(expiresAt) < now;
}

/** Seconds: 1, 2, 4 … up to `longest`, minus a random part of up to half, so that retries spread out. */
function backoff(attempts: number, longest: number): number {
  return Math.min(2 ** attempts, longest) * (1 - Math.random() / 2);
}

/** Seconds until the next attempt. When Slack asks for less than one, it backs off as after any other failure. */
export function waitSeconds(failure: Failure, attempts: number, longest = MAX_WAIT_SECONDS): number {
  const isAsked = failure.kind === 'wait' && failure.seconds >= 1;
  return isAsked ? Math.min(failure.seconds, MAX_WAIT_SECONDS) : backoff(attempts, longest);
}
