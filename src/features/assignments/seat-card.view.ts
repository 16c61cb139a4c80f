import type { Button, KnownBlock, ModalView } from '@slack/types';
import { OPEN_ASSIGN, OPEN_LIST } from '../../core/entry-points';
import type { Person } from '../../core/person';
import { fullName } from '../../core/trainee';
import type { Translate } from '../../core/words';
import type { Moodle } from '../../moodle/client';
import { actions, button, confirmed, context, contextWithMentions, headline, modal, section } from '../../slack/blocks';
import { anotherLike, ofAssignment } from '../../slack/button-values';
import { withReference } from '../../slack/own-reference';
import { capitalized, escapeMarkup } from '../../slack/text';
import type { MoodleOutage } from '../courses/moodle-outage';
import { outageInWords } from '../courses/moodle-outage.view';
import { type Assignment, assignmentVersion } from './assignment';
import { isBegun, isUnderWay } from './enrolment';
import { enrolmentInWords } from './enrolment-words.view';
import { periodInWords } from './lists/seats.view';
import { mayLack } from './missing-mail';
import { passwordLink } from './password-link.view';

const SEAT_CARD = 'seat_assigned';
export const RETRY_ENROLMENT = 'retry_enrolment';
export const CONFIRM_SIGN_IN = 'confirm_sign_in';
export const RELEASE_SEAT = 'release_seat';
export const OPEN_CHANGE = 'open_change';

/** Moodle's address and current outage. */
export interface AboutMoodle {
  /** Undefined without Moodle. */
  moodle: Pick<Moodle, 'courseAddress' | 'passwordAddress'> | undefined;
  outage: MoodleOutage | undefined;
}

/** The viewer, and the modal underneath. */
interface CardSettings extends AboutMoodle {
  by: Person;
  below: string | undefined;
}

/** Card of a seat that is or was assigned; also the answer to an assignment. Updated in place while Moodle works. */
export function seatCard(assignment: Assignment, settings: CardSettings, t: Translate): ModalView {
  const { trainee, ended, seat, shownAs } = assignment;
  const { by, below } = settings;
  return modal(
    {
      id: SEAT_CARD,
      title: t(ended ? 'title.unassigned' : 'title.assigned'),
      close: t(below ? 'action.back' : 'action.close'),
      metadata: { seat, below },
      ...(shownAs && { externalId: shownAs }),
    },
    [
      ...seatBlocks(assignment, settings, t),
      ended ? undefined : context(t('assign.email', { email: trainee.email })),
      actions(...stateButtons(assignment, by, t)),
    ],
  );
}

export function seatBlocks(assignment: Assignment, about: AboutMoodle & { by: Person }, t: Translate): KnownBlock[] {
  const { order, seat, period, ended, enrolment } = assignment;
  const names = { seat, product: order.product.name, order: order.reference };
  const which = withReference(t('assign.seat', names), order, t);
  const state = enrolmentInWords(assignment, about.by, t);
  const isWaiting = enrolment !== undefined && isUnderWay(enrolment);
  const outage = isWaiting && about.outage;
  return [
    headline(doneInWords(assignment, t)),
    section(ended ? which : `${which}\n${capitalized(periodInWords(period, t))}`),
    ...(state ? [section(state)] : []),
    ...(outage ? [section(outageInWords(outage, { isAdmin: about.by.admin }, t))] : []),
    ...linkBlocks(assignment, about, t),
  ];
}

export function doneInWords({ trainee, course, ended, enrolment }: Assignment, t: Translate): string {
  const names = { trainee: fullName(trainee), course: course.name };
  if (enrolment?.state === 'failed') return t('assign.not_enrolled', names);
  return ended ? t('assign.ended', names) : t('assign.done', names);
}

/** Links to the course, once the trainee is enrolled, and to a new password, if they may need one. */
function linkBlocks({ course, enrolment, ended }: Assignment, { moodle }: AboutMoodle, t: Translate): KnownBlock[] {
  if (ended || !moodle || course.moodleId === undefined || !enrolment) return [];
  const links = [
    enrolment.state === 'enrolled' && `<${moodle.courseAddress(course.moodleId)}|${escapeMarkup(t('enrolment.link'))}>`,
    mayLack(enrolment) && passwordLink(moodle.passwordAddress, t),
  ].filter((link) => typeof link === 'string');
  return links.length > 0 ? [contextWithMentions(links.join(' · '))] : [];
}

/** Likeliest action first. */
function stateButtons(assignment: Assignment, by: Person, t: Translate): Button[] {
  const { enrolment, ended } = assignment;
  if (ended || enrolment?.state === 'releasing') return nextButtons(assignment, t);
  const value = ofAssignment(assignment.id, assignmentVersion(assignment));
  const isReleasable = enrolment ? !isBegun(enrolment) : by.sales;
  const isWithoutMail = enrolment !== undefined && mayLack(enrolment) === 'mail';
  const names = { trainee: fullName(assignment.trainee), course: assignment.course.name };
  const question = { title: t('title.release'), text: t('release.question', names), deny: t('action.keep') };
  return [
    ...(enrolment?.state === 'failed' ? [button(t('action.retry'), RETRY_ENROLMENT, value, 'primary')] : []),
    ...(isWithoutMail ? [button(t('action.confirm_sign_in'), CONFIRM_SIGN_IN, value)] : []),
    ...nextButtons(assignment, t),
    button(t('action.change'), OPEN_CHANGE, value),
    ...(isReleasable ? [confirmed(button(t('action.release'), RELEASE_SEAT, value), question)] : []),
  ];
}

export function nextButtons(assignment: Assignment, t: Translate): Button[] {
  const { order } = assignment;
  return [
    button(t('action.assign_another'), OPEN_ASSIGN, anotherLike(assignment)),
    button(t('action.list'), OPEN_LIST, order.reference),
  ];
}
