import { OPEN_GENERATE } from '../../core/entry-points';
import type { Translate } from '../../core/words';
import { actions, button, type Message, message, section, sentence } from '../../slack/blocks';
import { withReference } from '../../slack/own-reference';
import { channelRemedy } from '../customers/channel-words.view';
import type { Order } from './order';

// Direct messages to the seller of an order.

/** The customer's channel could not be reached. */
export function undeliveredMessage(order: Order, error: string, t: Translate): Message {
  const what = t('message.undelivered', { order: order.reference, customer: order.customer.name, error });
  const text = withReference(`${what} ${t(channelRemedy(error))}`, order, t);
  return message(text, [section(text)]);
}

/** The last seat of the order is assigned. */
export function usedUpMessage(order: Order, t: Translate): Message {
  const { reference, seats, customer, product } = order;
  const details = { count: seats, customer: customer.name, product: product.name, order: order.reference };
  const text = withReference(t('seller.used_up', details), order, t);
  return message(text, [section(text), actions(button(t('action.generate'), OPEN_GENERATE, reference))]);
}

/** The last day passed with unassigned seats. */
export function expiredMessage(order: Order, unassigned: number, t: Translate): Message {
  const { seats, customer, product } = order;
  const details = { count: unassigned, seats, customer: customer.name, product: product.name, order: order.reference };
  return sentence(withReference(t('seller.expired', { ...details, day: order.assignBy ?? '' }), order, t));
}
