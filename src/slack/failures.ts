import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';

/** What a failed call means for the next attempt. */
export type Failure =
  /** `method` is the one that Slack refuses, if it is known. */
  | { kind: 'wait'; seconds: number; error: string; maybeDone?: boolean; method?: string }
  /** The call may have succeeded without an answer; `mayLandLater`: it may even do so after the next one. */
  | { kind: 'unknown'; error: string; mayLandLater?: boolean }
  | { kind: 'retry'; error: string }
  | { kind: 'permanent'; error: string }
  /** A bug of ours, not an answer of Slack. */
  | { kind: 'bug'; error: string };

/** Slack itself says that the call may have succeeded. */
const IN_DOUBT = ['internal_error', 'fatal_error', 'service_unavailable'];
const PASSING = ['request_timeout', 'team_added_to_org', 'invalid_auth', 'token_revoked', 'token_expired'];
/** An administrator has to fix the token; the message itself is still valid. */
const TOKEN_REFUSED = ['invalid_auth', 'not_authed', 'token_revoked', 'token_expired'];
const RATE_LIMITED = ['ratelimited', 'rate_limited', 'message_limit_exceeded'];

/** The wait after a refusal that does not say how long. */
const UNTIMED_SECONDS = 30;

/** Slack refuses a method for a while. */
export class RefusedMethod extends WebAPIRateLimitedError {
  constructor(
    readonly method: string,
    retryAfter: number,
    readonly reason = 'ratelimited',
  ) {
    super(retryAfter);
  }
}

/** Names the method in a refusal, because Slack limits each on its own; returns any other error as it is. */
export function withMethod(method: string, error: unknown): unknown {
  const failure = classify(error);
  return failure.kind === 'wait' ? new RefusedMethod(method, failure.seconds, failure.error) : error;
}

export function classify(error: unknown): Failure {
  if (error instanceof RefusedMethod) {
    return { kind: 'wait', seconds: error.retryAfter, error: error.reason, method: error.method };
  }
  if (error instanceof WebAPIRateLimitedError) return { kind: 'wait', seconds: error.retryAfter, error: 'ratelimited' };
  if (isUntimed(error)) return { kind: 'wait', seconds: UNTIMED_SECONDS, error: 'ratelimited' };
  if (error instanceof WebAPIPlatformError) {
    const name = error.data.error;
    if (RATE_LIMITED.includes(name)) return { kind: 'wait', seconds: UNTIMED_SECONDS, error: name };
    if (IN_DOUBT.includes(name)) return { kind: 'unknown', error: name };
    return { kind: [...PASSING, ...TOKEN_REFUSED].includes(name) ? 'retry' : 'permanent', error: name };
  }
  if (error instanceof WebAPIHTTPError) return { kind: 'unknown', error: `HTTP ${error.statusCode}` };
  if (error instanceof WebAPIRequestError) return { kind: 'unknown', error: 'no answer', mayLandLater: true };
  return { kind: 'bug', error: error instanceof Error ? error.message : String(error) };
}

/** Slack did not answer, so the call may take effect even after a later one. */
export function mayLandLater(error: unknown): boolean {
  const failure = classify(error);
  return failure.kind === 'unknown' && failure.mayLandLater === true;
}

/** A refusal whose Retry-After is missing or no number; the client has no class for it. */
function isUntimed(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Retry header did not contain a valid timeout');
}

/** Nothing can be posted in that channel until a person changes something there. */
const CHANNEL_ERRORS = [
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'is_inactive',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_non_threadable_channel',
  'channel_is_limited_access',
  'account_inactive',
];

export function isChannelError(error: string): boolean {
  return CHANNEL_ERRORS.includes(error);
}

/** The person cannot receive direct messages; a retry does not help. */
export const PERSON_ERRORS = [
  'user_not_found',
  'user_disabled',
  'account_inactive',
  'user_not_visible',
  'channel_not_found',
  'invalid_user_combination',
  'cannot_dm_bot',
  'is_bot',
  'messages_tab_disabled',
] as const;
export type PersonError = (typeof PERSON_ERRORS)[number];

export function isPersonError(error: string): boolean {
  return PERSON_ERRORS.some((one) => one === error);
}

const UNKNOWN_PERSON = ['user_not_found', 'user_not_visible', 'users_not_found'];

/** Slack has no such person, or does not show us the person. */
export function isUnknownPerson(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && UNKNOWN_PERSON.includes(error.data.error);
}

const GONE = ['message_not_found', 'cant_update_message', 'edit_window_closed'];

/** The message was deleted, or can no longer be changed. */
export function isGone(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && GONE.includes(error.data.error);
}

/** The message still exists, but can no longer be changed. */
export function isTooOldToChange(error: unknown): boolean {
  return (
    error instanceof WebAPIPlatformError && ['edit_window_closed', 'cant_update_message'].includes(error.data.error)
  );
}

const OVERTAKEN = ['exchanged_trigger_id', 'not_found'];

/** The view has closed since, or another delivery of the same request opened it already. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && OVERTAKEN.includes(error.data.error);
}

/** Slack opens modals only within three seconds of the click. */
export function isTooLate(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === 'expired_trigger_id';
}

/** The view has changed since the person's click was sent. */
export function isConflict(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === 'hash_conflict';
}

/** Slack stacks at most three modals. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === 'push_limit_reached';
}

/** Slack does not know the token, or no longer accepts it. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && TOKEN_REFUSED.includes(error.data.error);
}
