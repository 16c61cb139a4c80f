import { ASK_FOR_SEATS, OPEN_LIST } from '../../core/entry-points';
import type { Translate } from '../../core/words';
import { actions, button, context, header, type Message, message, section } from '../../slack/blocks';
import type { Order } from './order';
import type { ExpiredSeats } from './pool';

/** Keeps the message readable, and below Slack's limit of 3,000 characters. */
const MAX_ORDERS = 10;

interface Expired {
  /** One of the orders. */
  order: Order;
  expired: readonly ExpiredSeats[];
  /** The customer's seats that can still be assigned. */
  left: number;
}

/** What a customer lost on one day, and what is left. */
export function expiredSeatsMessage({ order, expired, left }: Expired, t: Translate): Message {
  const count = expired.reduce((sum, { seats }) => sum + seats, 0);
  const title = t('expired.title', { count, customer: order.customer.name, day: order.assignBy ?? '' });
  const lines = expired
    .slice(0, MAX_ORDERS)
    .map(({ seats, ...details }) => t('expired.line', { count: seats, ...details }));
  const more = expired.length - MAX_ORDERS;
  return message(title, [
    header(title),
    section([...lines, ...(more > 0 ? [t('expired.more', { count: more })] : [])].join('\n')),
    context(left > 0 ? t('expired.left', { count: left }) : t('expired.none_left')),
    actions(
      button(t('action.ask_for_seats'), ASK_FOR_SEATS, order.reference, 'primary'),
      left > 0 ? button(t('action.see_all'), OPEN_LIST, order.reference) : undefined,
    ),
  ]);
}
