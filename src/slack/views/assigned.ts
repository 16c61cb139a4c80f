import type { KnownBlock, ModalView } from '@slack/types';
import type { Assignment } from '../../domain/seat';
import { fullName } from '../../domain/trainee';
import { actions, button, context, headline, type Message, message, modal, section } from '../blocks';
import { capitalized } from '../text';
import type { Translate } from '../translate';
import { OPEN_ASSIGN, OPEN_LIST } from './ids';
import { periodInWords } from './seats';

/** `typedName` is what was entered for an address that turned out to be known under another name. */
export function assignedView(assignment: Assignment, typedName: string | undefined, t: Translate): ModalView {
  const known = fullName(assignment.trainee);
  return modal({ id: 'seat_assigned', title: t('title.assigned'), close: t('action.close') }, [
    ...inWords(assignment, t),
    context(t('assign.email', { email: assignment.trainee.email })),
    typedName && typedName !== known ? context(t('assign.known_as', { trainee: known })) : undefined,
    nextButtons(assignment, t),
  ]);
}

/** The same for an assignment made in one line. */
export function assignedMessage(assignment: Assignment, t: Translate): Message {
  return message(doneInWords(assignment, t), [...inWords(assignment, t), nextButtons(assignment, t)]);
}

function inWords(assignment: Assignment, t: Translate): KnownBlock[] {
  const { order, seat, period } = assignment;
  const names = { seat, product: order.product.name, order: order.reference };
  return [
    headline(doneInWords(assignment, t)),
    section(`${t('assign.seat', names)}\n${capitalized(periodInWords(period, t))}`),
  ];
}

function doneInWords({ trainee, course }: Assignment, t: Translate): string {
  return t('assign.done', { trainee: fullName(trainee), course: course.name });
}

function nextButtons({ order }: Assignment, t: Translate) {
  return actions(
    button(t('action.assign_another'), OPEN_ASSIGN, order.reference),
    button(t('action.list'), OPEN_LIST, order.reference),
  );
}
