import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';

/** What a failed call means for another try. */
export type Failure =
  | { kind: 'wait'; seconds: number; error: string; maybeDone?: boolean }
  /** It may have been done although no answer came. */
  | { kind: 'unknown'; error: string }
  | { kind: 'retry'; error: string }
  | { kind: 'permanent'; error: string }
  /** Not Slack's word but a mistake of ours. */
  | { kind: 'bug'; error: string };

/** Slack says itself that it may have been done. */
const IN_DOUBT = ['internal_error', 'fatal_error', 'service_unavailable'];
const PASSING = ['request_timeout', 'team_added_to_org', 'invalid_auth', 'token_revoked', 'token_expired'];
/** An administrator has to correct the token; the message itself is still good. */
const TOKEN_REFUSED = ['invalid_auth', 'not_authed', 'token_revoked', 'token_expired'];
const RATE_LIMITED = ['ratelimited', 'rate_limited', 'message_limit_exceeded'];

export function classify(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'wait', seconds: error.retryAfter, error: 'ratelimited' };
  if (error instanceof WebAPIPlatformError) {
    const name = error.data.error;
    if (RATE_LIMITED.includes(name)) return { kind: 'wait', seconds: 30, error: name };
    if (IN_DOUBT.includes(name)) return { kind: 'unknown', error: name };
    return { kind: [...PASSING, ...TOKEN_REFUSED].includes(name) ? 'retry' : 'permanent', error: name };
  }
  if (error instanceof WebAPIHTTPError) return { kind: 'unknown', error: `HTTP ${error.statusCode}` };
  if (error instanceof WebAPIRequestError) return { kind: 'unknown', error: 'no answer' };
  return { kind: 'bug', error: error instanceof Error ? error.message : String(error) };
}

/** Nothing can be posted in that channel until a person there changes it. */
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

/** Nothing can be said to that person by direct message, and trying again does not help. */
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

/** Slack has nobody by that id, or nobody it shows us. */
export function isUnknownPerson(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && UNKNOWN_PERSON.includes(error.data.error);
}

const GONE = ['message_not_found', 'cant_update_message', 'edit_window_closed'];

/** The message to be changed was deleted, or may not be changed any more. */
export function isGone(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && GONE.includes(error.data.error);
}

/** The message is there all the same, but may not be changed any more. */
export function isTooOldToChange(error: unknown): boolean {
  return (
    error instanceof WebAPIPlatformError && ['edit_window_closed', 'cant_update_message'].includes(error.data.error)
  );
}

const OVERTAKEN = ['exchanged_trigger_id', 'not_found'];

/** The person was quicker: the view has closed since, or another delivery of the same request opened it already. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && OVERTAKEN.includes(error.data.error);
}

/** Slack lets a modal be opened for three seconds after the click. */
export function isTooLate(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === 'expired_trigger_id';
}

/** The view was changed after what the person pressed had been sent. */
export function isConflict(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === 'hash_conflict';
}

/** Slack lays three modals upon each other, and no more. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === 'push_limit_reached';
}

/** Slack knows no such token, or no more. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && TOKEN_REFUSED.includes(error.data.error);
}
