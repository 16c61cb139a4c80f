import { OPEN_GENERATE } from '../../core/entry-points';
import type { Translate } from '../../core/words';
import { actions, button, type Message, message, section, sentence } from '../../slack/blocks';
import { channelRemedy } from '../customers/channel-words.view';
import type { Order } from './order';

// Direct messages to the seller of an order.

/** The customer's channel could not be reached. */
export function undeliveredMessage(order: Order, error: string, t: Translate): Message {
  const what = t('message.undelivered', { order: order.reference, customer: order.customer.name, error });
  const text = `${what} ${t(channelRemedy(error))}`;
  return message(text, [section(text)]);
}

/** The last seat of the order is assigned. */
export function usedUpMessage({ reference, seats, customer, product }: Order, t: Translate): Message {
  const details = { count: seats, customer: customer.name, product: product.name, order: reference };
  const text = t('seller.used_up', details);
  return message(text, [section(text), actions(button(t('action.generate'), OPEN_GENERATE))]);
}

/** The last day passed with unassigned seats. */
export function expiredMessage(order: Order, unassigned: number, t: Translate): Message {
  const { reference, seats, customer, product } = order;
  const details = { count: unassigned, seats, customer: customer.name, product: product.name, order: reference };
  return sentence(t('seller.expired', { ...details, day: order.assignBy ?? '' }));
}
