import type { Button, KnownBlock, ModalView } from '@slack/types';
import { OPEN_ASSIGN, OPEN_LIST } from '../../core/entry-points';
import type { Person } from '../../core/person';
import { fullName } from '../../core/trainee';
import type { Translate } from '../../core/words';
import { actions, button, confirmed, context, contextWithMentions, headline, modal, section } from '../../slack/blocks';
import { capitalized, escapeMarkup } from '../../slack/text';
import type { MoodleOutage } from '../courses/moodle-outage';
import { outageInWords } from '../courses/moodle-outage.view';
import type { Assignment } from './assignment';
import { isBegun, isUnderWay } from './enrolment';
import { enrolmentInWords } from './enrolment-words.view';
import { periodInWords } from './seats.view';

const SEAT_CARD = 'seat_assigned';
export const RETRY_ENROLMENT = 'retry_enrolment';
export const RELEASE_SEAT = 'release_seat';
export const OPEN_CHANGE = 'open_change';

/** What is known of Moodle besides. */
export interface AboutMoodle {
  /** Undefined where seats are assigned without it. */
  moodle: { courseAddress: (courseId: number) => string } | undefined;
  trouble: MoodleOutage | undefined;
}

/** Who looks, and what the modal underneath notes down. */
interface CardSettings extends AboutMoodle {
  by: Person;
  below: string | undefined;
  /** What was entered for an address that turned out to be known under another name. */
  typedName?: string | undefined;
}

/** One seat that is, or was, assigned; the answer to assigning it, too. It is changed in place while Moodle is at work. */
export function seatCard(assignment: Assignment, settings: CardSettings, t: Translate): ModalView {
  const { trainee, ended, seat, shownAs } = assignment;
  const { by, below, typedName } = settings;
  const known = fullName(trainee);
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
      typedName && typedName !== known ? context(t('assign.known_as', { trainee: known })) : undefined,
      actions(...stateButtons(assignment, by, t)),
    ],
  );
}

export function seatBlocks(assignment: Assignment, about: AboutMoodle & { by: Person }, t: Translate): KnownBlock[] {
  const { order, seat, period, ended, enrolment } = assignment;
  const names = { seat, product: order.product.name, order: order.reference };
  const state = enrolmentInWords(assignment, about.by, t);
  const isWaiting = enrolment !== undefined && isUnderWay(enrolment);
  const trouble = isWaiting && about.trouble;
  return [
    headline(doneInWords(assignment, t)),
    section(ended ? t('assign.seat', names) : `${t('assign.seat', names)}\n${capitalized(periodInWords(period, t))}`),
    ...(state ? [section(state)] : []),
    ...(trouble ? [section(outageInWords(trouble, { isAdmin: about.by.admin }, t))] : []),
    ...linkBlocks(assignment, about, t),
  ];
}

export function doneInWords({ trainee, course, ended, enrolment }: Assignment, t: Translate): string {
  const names = { trainee: fullName(trainee), course: course.name };
  if (enrolment?.state === 'failed') return t('assign.not_enrolled', names);
  return ended ? t('assign.ended', names) : t('assign.done', names);
}

/** To the course, once the trainee is in it. */
function linkBlocks({ course, enrolment, ended }: Assignment, { moodle }: AboutMoodle, t: Translate): KnownBlock[] {
  if (ended || !moodle || course.moodleId === undefined || enrolment?.state !== 'enrolled') return [];
  return [contextWithMentions(`<${moodle.courseAddress(course.moodleId)}|${escapeMarkup(t('enrolment.link'))}>`)];
}

/** What is most likely wanted comes first. */
function stateButtons(assignment: Assignment, by: Person, t: Translate): Button[] {
  const { seat, enrolment, ended } = assignment;
  if (ended || enrolment?.state === 'releasing') return nextButtons(assignment, t);
  const isReleasable = enrolment ? !isBegun(enrolment) : by.sales;
  const names = { trainee: fullName(assignment.trainee), course: assignment.course.name };
  const question = { title: t('title.release'), text: t('release.question', names), deny: t('action.keep') };
  return [
    ...(enrolment?.state === 'failed' ? [button(t('action.retry'), RETRY_ENROLMENT, seat, 'primary')] : []),
    ...nextButtons(assignment, t),
    button(t('action.change'), OPEN_CHANGE, seat),
    ...(isReleasable ? [confirmed(button(t('action.release'), RELEASE_SEAT, seat), question)] : []),
  ];
}

export function nextButtons({ order }: Assignment, t: Translate): Button[] {
  return [
    button(t('action.assign_another'), OPEN_ASSIGN, order.reference),
    button(t('action.list'), OPEN_LIST, order.reference),
  ];
}
