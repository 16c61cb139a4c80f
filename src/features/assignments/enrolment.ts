import type { Identity } from '../../core/identity';
import type { Period } from '../../core/period';
import { addDays, type Day, type Instant, parseInstant, timeOfDay, today } from '../../core/time';

/**
 * State of an enrolment in Moodle. `assigned`: no request sent yet. `enrolling`: a request is sent or about to be, also
 * for new dates. `failed`: waits for a person. `releasing`: being removed, unless the trainee was active. `released`:
 * no longer in the course through us.
 */
const ENROLMENT_STATES = ['assigned', 'enrolling', 'enrolled', 'failed', 'releasing', 'released'] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

/** Reasons for which an enrolment waits for a person. */
export const FAILURE_REASONS = [
  /** The account exists in Moodle but may not sign in. */
  'account_suspended',
  /** Moodle has no such account and refuses to create it. */
  'account_refused',
  'course_closed',
  'course_gone',
  'role_unknown',
  /** The trainee was in the course through us and was removed in Moodle. */
  'removed_there',
  'account_gone',
  'refused',
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** Only the coordinator can fix these: they know the trainee. */
const FOR_COORDINATORS: readonly FailureReason[] = ['account_suspended', 'account_refused'];
/** Changes made in Moodle concern both coordinators and sales. */
const FOR_BOTH: readonly FailureReason[] = ['course_gone', 'removed_there', 'account_gone'];

export function concernsCoordinator(reason: FailureReason): boolean {
  return FOR_COORDINATORS.includes(reason) || FOR_BOTH.includes(reason);
}

export function concernsSales(reason: FailureReason): boolean {
  return !FOR_COORDINATORS.includes(reason);
}

/** The enrolment can move to another course: the trainee is not in the first, nor about to be, and has not used it. */
export function isMovable({
  state,
  reason,
  askedAt,
  enrolledAt,
  startedAt,
}: Pick<Enrolment, 'state' | 'reason' | 'askedAt' | 'enrolledAt' | 'startedAt'>): boolean {
  if (state !== 'failed') return askedAt === undefined;
  return enrolledAt === undefined || (isGoneThere({ reason }) && startedAt === undefined);
}

/** The trainee is no longer in the course, so a retry starts from scratch. */
const GONE: readonly (FailureReason | ReleaseRefusal | undefined)[] = ['course_gone', 'removed_there', 'account_gone'];

export function isGoneThere({ reason }: Pick<Enrolment, 'reason'>): boolean {
  return GONE.includes(reason);
}

/** The trainee keeps the seat: they have started and were not removed from the course since. */
export function isBegun(enrolment: Enrolment): boolean {
  const isOut = enrolment.state === 'failed' && isGoneThere(enrolment);
  return enrolment.startedAt !== undefined && !isOut;
}

/** Reasons to refuse a release. */
const RELEASE_REFUSALS = ['started', 'activity_hidden'] as const;
export type ReleaseRefusal = (typeof RELEASE_REFUSALS)[number];

export interface Enrolment {
  state: EnrolmentState;
  /** Reason for the failure, or for refusing the last release. */
  reason: FailureReason | ReleaseRefusal | undefined;
  /** Account id in Moodle; undefined before the first request. */
  accountId: number | undefined;
  /** Set just before the first request. From then on, an enrolment found in Moodle is ours. */
  askedAt: Instant | undefined;
  /** When Moodle confirmed the request. */
  answeredAt: Instant | undefined;
  enrolledAt: Instant | undefined;
  /** First known access of the trainee on or after the first day of the period. */
  startedAt: Instant | undefined;
  /** Just before Moodle was asked to make the trainee's account, to which it mails a password. */
  accountMadeAt: Instant | undefined;
  /** When Moodle first said that it could not send its mail about this enrolment. */
  mailFailedAt: Instant | undefined;
  /** When the trainee was known to be able to sign in: Moodle shows it, or a person says so. */
  signedInAt: Instant | undefined;
  /** Increments when new dates or another course are due. */
  revision: number;
  /** Revision of the first request. */
  askedRevision: number | undefined;
}

/** Moodle has work to do. */
export function isUnderWay({ state }: Pick<Enrolment, 'state'>): boolean {
  return state === 'assigned' || state === 'enrolling' || state === 'releasing';
}

/** Moodle never received a request, so a release has nothing to undo there. */
export function isUnasked({ askedAt }: Pick<Enrolment, 'askedAt'>): boolean {
  return askedAt === undefined;
}

/** Day the trainee started, in the customer's zone; undefined before. */
export function startedOn({ startedAt }: Pick<Enrolment, 'startedAt'>, timezone: string): Day | undefined {
  return startedAt && today(parseInstant(startedAt), timezone);
}

/** The period as Moodle takes it: Unix seconds of its first and last second; end 0 means open. */
export function secondsOf({ start, end }: Period, timezone: string): { start: number; end: number } {
  const first = timeOfDay(start, '00:00', timezone).toUnixInteger();
  return {
    start: first,
    end: end === undefined ? 0 : timeOfDay(addDays(end, 1), '00:00', timezone).toUnixInteger() - 1,
  };
}

/** Last access in Unix seconds, if on or after the period's first day. Earlier visits did not use this seat. */
export function activeSince(lastAccess: number, period: Period, timezone: string): number | undefined {
  return lastAccess > 0 && lastAccess >= secondsOf(period, timezone).start ? lastAccess : undefined;
}

/**
 * Policy “until active”: a seat can be released until its trainee opens the course. `lastAccess` is undefined on a site
 * that hides access times, which does not mean never.
 */
export function planRelease(
  lastAccess: number | undefined,
  period: Period,
  timezone: string,
): 'release' | ReleaseRefusal {
  if (lastAccess === undefined) return 'activity_hidden';
  return activeSince(lastAccess, period, timezone) === undefined ? 'release' : 'started';
}

/** An enrolment that waits for a person. */
export interface FailedEnrolment {
  seat: string;
  firstName: string;
  lastName: string;
  course: string;
  productId: number;
  reason: FailureReason;
  /** Another course is an option. */
  isMovable: boolean;
  /** The person to notify: the last to assign, change, retry or release it. */
  waiting: Identity;
}
