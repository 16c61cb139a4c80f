import type { KnownBlock, ModalView } from '@slack/types';
import { ASSIGN_FROM_POOL, OPEN_SEAT } from '../../../core/entry-points';
import type { Period } from '../../../core/period';
import { fullName } from '../../../core/trainee';
import type { Translate } from '../../../core/words';
import { actions, button, context, section } from '../../../slack/blocks';
import { form } from '../../../slack/forms';
import { withReference } from '../../../slack/own-reference';
import { pagingBlocks } from '../../../slack/paging';
import { truncate } from '../../../slack/text';
import { CANCEL_ORDER, termsInWords } from '../../orders/order.view';
import { enrolmentInBrief } from '../enrolment-words.view';
import type { Seat, SeatList } from './seat-lists';

export const poolSeatsForm = form('pool_seats', {}, ['order', 'page']);

/** A long name must not push the other seats of the page beyond Slack's limit. */
const MAX_NAME = 24;

/** `cancels` shows the cancel button, to people who may use it. */
export function seatsView(list: SeatList, cancels: boolean, t: Translate): ModalView {
  const { order, page } = list;
  const { reference } = order;
  const summary = { product: order.product.name, customer: order.customer.name, order: reference };
  const canCancel = cancels && !order.cancelled && list.unassigned === order.seats;
  const buttons = [
    list.unassigned > 0 && !list.isExpired
      ? button(t('action.assign'), ASSIGN_FROM_POOL, reference, 'primary')
      : undefined,
    canCancel ? button(t('action.cancel_order'), CANCEL_ORDER, reference, 'danger') : undefined,
  ];
  return poolSeatsForm.modal(
    {
      title: t('title.seats'),
      close: t('action.back'),
      notes: { order: reference, page: String(page) },
    },
    [
      section(withReference(t('seats.summary', summary), order, t)),
      context(termsInWords(order, list.courses, t).join('\n')),
      ...seatBlocks(list, t),
      ...pagingBlocks(page, list.pages, t),
      buttons.some(Boolean) ? actions(...buttons) : undefined,
    ],
  );
}

/** Each assigned seat has a button and its own section; other adjacent seats share a section. */
function seatBlocks({ seats, isExpired }: SeatList, t: Translate): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let together: string[] = [];
  const flush = () => {
    if (together.length > 0) blocks.push(section(together.join('\n')));
    together = [];
  };
  for (const seat of seats) {
    const words = seatInWords(seat, isExpired, t);
    if (seat.state !== 'assigned') {
      together.push(words);
      continue;
    }
    flush();
    blocks.push(section(words, button(t('action.open'), OPEN_SEAT, seat.reference)));
  }
  flush();
  return blocks;
}

function seatInWords(seat: Seat, isExpired: boolean, t: Translate): string {
  if (seat.state === 'unassigned') return t(isExpired ? 'seats.expired' : 'seats.unassigned', { seat: seat.reference });
  if (seat.state === 'cancelled') return t('seats.cancelled', { seat: seat.reference });
  const words = t('seats.assigned', {
    seat: seat.reference,
    trainee: truncate(fullName(seat.trainee), MAX_NAME),
    course: truncate(seat.course.name, MAX_NAME),
    period: periodInWords(seat.period, t),
  });
  return [words, enrolmentInBrief(seat.enrolment, t)].filter(Boolean).join(' · ');
}

export function periodInWords(period: Period, t: Translate): string {
  if (period.end === undefined) return t('period.from', { start: period.start });
  return t('period.from_to', { start: period.start, end: period.end });
}
