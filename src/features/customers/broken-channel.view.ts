import type { CustomerAccount } from '../../core/customer';
import type { Translate } from '../../core/words';
import { actions, button, type Message, message, section } from '../../slack/blocks';
import { UNSHARED } from '../../slack/channel-change';
import { channelRemedy, reasonInWords } from './channel-words.view';
import { OPEN_CUSTOMER } from './customers.view';

/** Messages cannot reach the customer. States the reason and offers the remedy. */
export function brokenChannelMessage(customer: CustomerAccount, error: string, t: Translate): Message {
  const { name, code, channel, newChannel } = customer;
  const text =
    !channel && newChannel
      ? t('channel.not_made_for', { customer: name, name: newChannel, reason: reasonInWords(error, t) })
      : error === UNSHARED
        ? t('seller.unshared_channel', { customer: name })
        : `${t('seller.broken_channel', { customer: name, error })} ${t(channelRemedy(error))}`;
  return message(text, [section(text), actions(button(t('action.open_customer'), OPEN_CUSTOMER, code))]);
}
