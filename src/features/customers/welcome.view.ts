import type { Customer } from '../../core/customer';
import { OPEN_ASSIGN, OPEN_LIST, OPEN_REMINDERS } from '../../core/entry-points';
import type { Identity } from '../../core/identity';
import type { Translate } from '../../core/words';
import {
  actions,
  button,
  contextWithMentions,
  header,
  type Message,
  mention,
  message,
  section,
} from '../../slack/blocks';

/** The app's first message in a customer's channel: who added it, and what its buttons do. */
export function welcomeMessage(customer: Customer, by: Identity, t: Translate): Message {
  const title = t('welcome.title', { customer: customer.name });
  const buttons = [t('welcome.list'), t('welcome.assign'), t('welcome.reminders')];
  return message(title, [
    header(title),
    section([t('welcome.explained'), ...buttons].join('\n')),
    contextWithMentions(t('welcome.by', { person: mention(by) })),
    actions(
      button(t('action.assign'), OPEN_ASSIGN, '', 'primary'),
      button(t('action.list'), OPEN_LIST),
      button(t('action.reminders'), OPEN_REMINDERS, customer.code),
    ),
  ]);
}
