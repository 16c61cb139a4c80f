import type { CopyKey, Translate } from '../../core/words';
import type { Assignment } from './assignment';
import { type Enrolment, type FailureReason, isMovable, type ReleaseRefusal, startedOn } from './enrolment';
import { mayLack } from './missing-mail';

const FAILURES: Record<FailureReason, CopyKey> = {
  account_suspended: 'enrolment.account_suspended',
  account_refused: 'enrolment.account_refused',
  course_closed: 'enrolment.course_closed',
  course_gone: 'enrolment.course_gone',
  role_unknown: 'enrolment.role_unknown',
  removed_there: 'enrolment.removed_there',
  account_gone: 'enrolment.account_gone',
  refused: 'enrolment.refused',
};

const KEPT: Record<ReleaseRefusal, CopyKey> = {
  started: 'enrolment.kept_started',
  activity_hidden: 'enrolment.kept_hidden',
};

/** Wording for coordinators, who cannot fix these failures and may work for another company. */
const FOR_COORDINATORS: Partial<Record<FailureReason, CopyKey>> = {
  course_closed: 'enrolment.course_closed_for_them',
  role_unknown: 'enrolment.role_unknown_for_them',
  refused: 'enrolment.refused_for_them',
};

/** Explains a failed enrolment and the reader's options. `isMovable`: another course is an option. */
export function failureInWords(
  { reason, isMovable }: { reason: FailureReason; isMovable: boolean },
  by: { sales: boolean },
  t: Translate,
): string {
  const forCoordinator = by.sales ? undefined : FOR_COORDINATORS[reason];
  if (!forCoordinator) return t(FAILURES[reason]);
  // The role comes from the product, so another course does not help.
  const isCourseToBlame = isMovable && reason !== 'role_unknown';
  return `${t(forCoordinator)} ${t(isCourseToBlame ? 'enrolment.change_or_release' : 'enrolment.wait_or_release')}`;
}

/** Explains why a seat was not released. */
export function releaseRefusalInWords(reason: ReleaseRefusal, t: Translate): string {
  return t(KEPT[reason]);
}

/** Enrolment state in a sentence; undefined for a current assignment made without Moodle. */
export function enrolmentInWords(
  { enrolment, ended, order }: Assignment,
  by: { sales: boolean },
  t: Translate,
): string | undefined {
  if (!enrolment) return ended ? t('enrolment.released') : undefined;
  switch (enrolment.state) {
    case 'assigned':
      return t('enrolment.assigned');
    case 'enrolling':
      return t(enrolment.enrolledAt ? 'enrolment.new_dates' : 'enrolment.assigned');
    case 'enrolled':
      return [
        enrolledInWords(enrolment, order.customer.timezone, t),
        // The sentence above already says that the trainee has started.
        enrolment.reason === 'activity_hidden' && releaseRefusalInWords(enrolment.reason, t),
      ]
        .filter(Boolean)
        .join(' ');
    case 'failed':
      return failureInWords({ reason: failureOf(enrolment), isMovable: isMovable(enrolment) }, by, t);
    case 'releasing':
      return t('enrolment.releasing');
    case 'released':
      return t(ended?.reason === 'already_enrolled' ? 'enrolment.already_enrolled' : 'enrolment.released');
  }
}

/** Enrolment state in a word or two, for lists; undefined for an assignment made without Moodle. */
export function enrolmentInBrief(enrolment: Enrolment | undefined, t: Translate): string | undefined {
  if (!enrolment) return undefined;
  if (mayLack(enrolment) === 'mail') return t('enrolment.brief_without_mail');
  if (enrolment.state === 'enrolled')
    return t(enrolment.startedAt ? 'enrolment.brief_started' : 'enrolment.brief_enrolled');
  return t(BRIEFLY[enrolment.state]);
}

const BRIEFLY = {
  assigned: 'enrolment.brief_enrolling',
  enrolling: 'enrolment.brief_enrolling',
  failed: 'enrolment.brief_failed',
  releasing: 'enrolment.brief_releasing',
  released: 'enrolment.brief_released',
} as const satisfies Record<Exclude<Enrolment['state'], 'enrolled'>, CopyKey>;

function enrolledInWords(enrolment: Enrolment, timezone: string, t: Translate): string {
  const day = startedOn(enrolment, timezone);
  if (day) return t('enrolment.started', { day });
  const lack = mayLack(enrolment);
  return lack === undefined ? t('enrolment.enrolled') : lackInWords(enrolment, lack, t);
}

function lackInWords({ mailFailedAt, accountMadeAt }: Enrolment, lack: 'mail' | 'password', t: Translate): string {
  if (lack === 'password') return `${t('enrolment.enrolled')} ${t('enrolment.new_account')}`;
  const remedy = t(accountMadeAt === undefined ? 'enrolment.tell_them' : 'enrolment.without_password');
  return `${t('enrolment.without_mail', { at: mailFailedAt ?? '' })} ${remedy}`;
}

function failureOf({ reason }: Enrolment): FailureReason {
  return reason === undefined || isReleaseRefusal(reason) ? 'refused' : reason;
}

function isReleaseRefusal(reason: Enrolment['reason']): reason is ReleaseRefusal {
  return reason === 'started' || reason === 'activity_hidden';
}
