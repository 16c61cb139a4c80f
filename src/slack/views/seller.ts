import type { Customer } from '../../domain/customer';
import type { Order } from '../../domain/order';
import { actions, button, type Message, message, section, sentence } from '../blocks';
import type { CopyKey, Translate } from '../translate';
import { OPEN_GENERATE } from './ids';

// What whoever sold the seats is told in a direct message.

const CURES: Record<string, CopyKey> = {
  not_in_channel: 'cure.invite',
  channel_not_found: 'cure.invite',
  is_archived: 'cure.archived',
  is_inactive: 'cure.archived',
};

/** Told to whoever generated the order, when the customer's channel could not be reached. */
export function undeliveredMessage(order: Order, error: string, t: Translate): Message {
  const what = t('message.undelivered', { order: order.reference, customer: order.customer.name, error });
  const text = `${what} ${t(CURES[error] ?? 'cure.other')}`;
  return message(text, [section(text)]);
}

/** No message at all reaches the customer any more. */
export function brokenChannelMessage(customer: Customer, error: string, t: Translate): Message {
  return sentence(
    `${t('seller.broken_channel', { customer: customer.name, error })} ${t(CURES[error] ?? 'cure.other')}`,
  );
}

/** The last seat of the order is assigned. */
export function usedUpMessage({ reference, seats, customer, product }: Order, t: Translate): Message {
  const details = { count: seats, customer: customer.name, product: product.name, order: reference };
  const text = t('seller.used_up', details);
  return message(text, [section(text), actions(button(t('action.generate'), OPEN_GENERATE))]);
}

/** The last day passed, and some seats nobody had. */
export function expiredMessage(order: Order, unassigned: number, t: Translate): Message {
  const { reference, seats, customer, product } = order;
  const details = { count: unassigned, seats, customer: customer.name, product: product.name, order: reference };
  return sentence(t('seller.expired', { ...details, day: order.assignBy ?? '' }));
}
