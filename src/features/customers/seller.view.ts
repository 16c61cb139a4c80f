import type { Customer, CustomerAccount } from '../../core/customer';
import { OPEN_GENERATE, OPEN_REMINDERS } from '../../core/entry-points';
import type { Identity } from '../../core/person';
import type { CopyKey, Translate } from '../../core/words';
import {
  actions,
  button,
  contextWithMentions,
  type Message,
  mention,
  message,
  section,
  sentence,
} from '../../slack/blocks';
import { UNSHARED } from '../../slack/channel-change';
import type { PersonTrouble } from '../../slack/failures';
import type { Order } from '../orders/order';
import type { ReminderSettings } from '../reminders/reminder-settings';
import { reasonInWords } from './channel-words.view';
import { OPEN_CUSTOMER } from './customers.view';

// What whoever sold the seats is told in a direct message.

const CURES: Record<string, CopyKey> = {
  not_in_channel: 'cure.invite',
  channel_not_found: 'cure.invite',
  is_archived: 'cure.archived',
  is_inactive: 'cure.archived',
  channel_deleted: 'cure.deleted',
};

const REASONS: Record<PersonTrouble, CopyKey> = {
  user_not_found: 'unreachable.unknown',
  user_disabled: 'unreachable.disabled',
  account_inactive: 'unreachable.disabled',
  user_not_visible: 'unreachable.not_shared',
  channel_not_found: 'unreachable.not_shared',
  invalid_user_combination: 'unreachable.not_shared',
  cannot_dm_bot: 'unreachable.app',
  is_bot: 'unreachable.app',
  messages_tab_disabled: 'unreachable.switched_off',
};

/** Told to whoever generated the order, when the customer's channel could not be reached. */
export function undeliveredMessage(order: Order, error: string, t: Translate): Message {
  const what = t('message.undelivered', { order: order.reference, customer: order.customer.name, error });
  const text = `${what} ${t(CURES[error] ?? 'cure.other')}`;
  return message(text, [section(text)]);
}

/** No message at all reaches the customer, any more or yet; with the way to what can be done. */
export function brokenChannelMessage(customer: CustomerAccount, error: string, t: Translate): Message {
  const { name, code, channel, newChannel } = customer;
  const text =
    !channel && newChannel
      ? t('channel.not_made_for', { customer: name, name: newChannel, reason: reasonInWords(error, t) })
      : error === UNSHARED
        ? t('seller.unshared_channel', { customer: name })
        : `${t('seller.broken_channel', { customer: name, error })} ${t(CURES[error] ?? 'cure.other')}`;
  return message(text, [section(text), actions(button(t('action.open_customer'), OPEN_CUSTOMER, code))]);
}

interface Unreachable {
  person: Identity;
  customer: Customer;
  error: PersonTrouble;
  /** Where the customer's reminders go now. */
  remindersTo: ReminderSettings['to'];
}

/** A coordinator gets none of our direct messages; where the channel could have the reminders instead, with the way there. */
export function unreachableMessage({ person, customer, error, remindersTo }: Unreachable, t: Translate): Message {
  const offersChannel = customer.channel !== undefined && remindersTo === 'direct';
  const cure = offersChannel
    ? t('cure.coordinator_or_channel')
    : t(customer.channel ? 'cure.coordinator' : 'cure.coordinator_or_new_channel');
  const text = [t('seller.unreachable', { customer: customer.name }), t(REASONS[error]), cure].join(' ');
  return message(text, [
    section(text),
    contextWithMentions(t('seller.coordinator', { person: mention(person) })),
    offersChannel ? actions(button(t('action.reminders'), OPEN_REMINDERS, customer.code)) : undefined,
  ]);
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
