import type { Customer } from '../../core/customer';
import { OPEN_REMINDERS } from '../../core/entry-points';
import type { Identity } from '../../core/identity';
import type { CopyKey, Translate } from '../../core/words';
import { actions, button, contextWithMentions, type Message, mention, message, section } from '../../slack/blocks';
import type { PersonError } from '../../slack/failures';

const REASONS: Record<PersonError, CopyKey> = {
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

interface Unreachable {
  person: Identity;
  customer: Customer;
  error: PersonError;
  /** The current destination of the customer's reminders. */
  remindersTo: 'channel' | 'direct';
}

/** Direct messages do not reach a coordinator. Offers to move reminders to the channel if the customer has one. */
export function unreachableMessage({ person, customer, error, remindersTo }: Unreachable, t: Translate): Message {
  const offersChannel = customer.channel !== undefined && remindersTo === 'direct';
  const remedy = offersChannel
    ? t('remedy.coordinator_or_channel')
    : t(customer.channel ? 'remedy.coordinator' : 'remedy.coordinator_or_new_channel');
  const text = [t('seller.unreachable', { customer: customer.name }), t(REASONS[error]), remedy].join(' ');
  return message(text, [
    section(text),
    contextWithMentions(t('seller.coordinator', { person: mention(person) })),
    offersChannel ? actions(button(t('action.reminders'), OPEN_REMINDERS, customer.code)) : undefined,
  ]);
}
