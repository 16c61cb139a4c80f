import type { Identity } from '../../core/identity';
import type { Period } from '../../core/period';
import { addDays, type Day, type Instant, parseInstant, timeOfDay, today } from '../../core/time';

/**
 * How far Moodle is with an assignment. `assigned`: nothing was asked of Moodle yet. `enrolling`: was asked, or is about
 * to be; also while new dates are on their way. `failed`: waits for a person. `releasing`: is taken back, unless the
 * trainee has been active. `released`: is not in the course through us any more.
 */
const ENROLMENT_STATES = ['assigned', 'enrolling', 'enrolled', 'failed', 'releasing', 'released'] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

/** Why an enrolment waits for a person. */
export const FAILURE_REASONS = [
  /** Moodle has the account, but it may not sign in. */
  'account_suspended',
  /** Moodle takes no account with that name or address, and has none. */
  'account_refused',
  'course_closed',
  'course_gone',
  'role_unknown',
  /** Was in the course through us, and somebody took them out of it in Moodle. */
  'removed_there',
  'account_gone',
  'refused',
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** Reasons that only whoever assigned can do something about: they know the trainee. */
const FOR_COORDINATORS: readonly FailureReason[] = ['account_suspended', 'account_refused'];
/** What Moodle's people changed concerns both. */
const FOR_BOTH: readonly FailureReason[] = ['course_gone', 'removed_there', 'account_gone'];

export function concernsCoordinator(reason: FailureReason): boolean {
  return FOR_COORDINATORS.includes(reason) || FOR_BOTH.includes(reason);
}

export function concernsSales(reason: FailureReason): boolean {
  return !FOR_COORDINATORS.includes(reason);
}

/** Whether it can be for another course instead: the trainee is not in the first, nor about to be, and has not used it. */
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

/** They are not in the course any more: another try begins from nothing. */
const GONE: readonly (FailureReason | KeptReason | undefined)[] = ['course_gone', 'removed_there', 'account_gone'];

export function isGoneThere({ reason }: Pick<Enrolment, 'reason'>): boolean {
  return GONE.includes(reason);
}

/** Whether the trainee keeps the seat: they have begun, and nobody has taken them out of the course since. */
export function isBegun(enrolment: Enrolment): boolean {
  const isOut = enrolment.state === 'failed' && isGoneThere(enrolment);
  return enrolment.startedAt !== undefined && !isOut;
}

/** Why a seat that was to be released is kept. */
const KEPT_REASONS = ['started', 'activity_hidden'] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

export interface Enrolment {
  state: EnrolmentState;
  /** Why it failed, or why the last wish to release it was refused. */
  reason: FailureReason | KeptReason | undefined;
  /** The account in Moodle; known from the first call on. */
  accountId: number | undefined;
  /** When we first meant to enrol: from then on an enrolment found in Moodle is ours. */
  askedAt: Instant | undefined;
  /** When Moodle said that it was done. */
  answeredAt: Instant | undefined;
  enrolledAt: Instant | undefined;
  /** When the trainee was first seen to have opened the course, on or after the first day. */
  startedAt: Instant | undefined;
  /** Grows when other dates are to be sent. */
  revision: number;
  /** The one for which Moodle was asked first. */
  askedRevision: number | undefined;
}

/** Whether Moodle has yet to do something. */
export function isUnderWay({ state }: Pick<Enrolment, 'state'>): boolean {
  return state === 'assigned' || state === 'enrolling' || state === 'releasing';
}

/** Whether Moodle was never asked for it: then nothing has to be taken back there. */
export function isUnasked({ askedAt }: Pick<Enrolment, 'askedAt'>): boolean {
  return askedAt === undefined;
}

/** The day on which the trainee began, where their customer is; undefined while they have not. */
export function startedOn({ startedAt }: Pick<Enrolment, 'startedAt'>, timezone: string): Day | undefined {
  return startedAt && today(parseInstant(startedAt), timezone);
}

/** The period as Moodle takes it: Unix seconds of the first moment and of the last, 0 without one. */
export function secondsOf({ start, end }: Period, timezone: string): { start: number; end: number } {
  const first = timeOfDay(start, '00:00', timezone).toUnixInteger();
  return {
    start: first,
    end: end === undefined ? 0 : timeOfDay(addDays(end, 1), '00:00', timezone).toUnixInteger() - 1,
  };
}

/** When the trainee was active in the seat: visits before its first day were not with it. Undefined when they never were. */
export function activeSince(lastAccess: number, period: Period, timezone: string): number | undefined {
  return lastAccess > 0 && lastAccess >= secondsOf(period, timezone).start ? lastAccess : undefined;
}

/**
 * The policy “until active”: a seat comes back while its trainee has not opened the course with it. A site that hides who
 * opened what leaves that open, which is not the same as never.
 */
export function planRelease(lastAccess: number | undefined, period: Period, timezone: string): 'release' | KeptReason {
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
  /** Whether it can be for another course instead. */
  isMovable: boolean;
  /** Whoever assigned it, or tried last. */
  waiting: Identity;
}
