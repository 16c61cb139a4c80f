import type { Delegation, NamedLimits } from '../../domain/coordinator';
import type { Customer } from '../../domain/customer';
import { type Invitation, invitationReference } from '../../domain/invitation';
import type { Identity } from '../../domain/person';
import {
  actions,
  button,
  context,
  contextWithMentions,
  headline,
  type Message,
  mention,
  message,
  section,
  sectionWithMentions,
} from '../blocks';
import { ofCustomer, personOf } from '../button-values';
import type { CopyKey, Translate } from '../translate';
import { ACCEPT_INVITATION, OPEN_AWAY, OPEN_LIST } from './ids';
import { limitsInWords } from './limits';

const ENDS: Record<Exclude<Invitation['state'], 'open'>, CopyKey> = {
  accepted: 'invitation.was_accepted',
  withdrawn: 'invitation.was_withdrawn',
};

/** Tells somebody in private what they may do for a customer now; without limits: nothing any more. */
export function coordinatorMessage(
  customer: Customer,
  person: Identity,
  limits: NamedLimits | undefined,
  t: Translate,
): Message {
  if (!limits) {
    const text = t('coordinators.told_removed', { customer: customer.name });
    return message(text, [section(text)]);
  }
  const title = t('coordinators.told', { customer: customer.name });
  return message(title, [
    headline(title),
    context(limitsInWords(limits, t)),
    actions(
      button(t('action.list'), OPEN_LIST, ofCustomer(customer.code), 'primary'),
      button(t('away.own'), OPEN_AWAY, personOf(customer.code, person)),
    ),
  ]);
}

/** In the customer's channel, with the button until it is answered or withdrawn. */
export function invitationMessage(invitation: Invitation, t: Translate): Message {
  const { customer, to, by, state, id } = invitation;
  const title = t('invitation.title', { customer: customer.name });
  return message(title, [
    headline(title),
    sectionWithMentions(t('invitation.for', { person: mention(to), by: mention(by) }), [limitsInWords(invitation, t)]),
    state === 'open'
      ? actions(button(t('invitation.accept'), ACCEPT_INVITATION, invitationReference(id), 'primary'))
      : contextWithMentions(t(ENDS[state], { person: mention(to) })),
  ]);
}

/** To whoever accepted, only they see it. */
export function acceptedMessage({ customer }: Invitation, t: Translate): Message {
  const text = t('coordinators.told', { customer: customer.name });
  return message(text, [
    section(text),
    actions(button(t('action.list'), OPEN_LIST, ofCustomer(customer.code), 'primary')),
  ]);
}

/** To whoever pressed what is for somebody else, only they see it. */
export function notForYouMessage({ to }: Invitation, t: Translate): Message {
  const blocks = [
    sectionWithMentions(t('invitation.somebody_else', { person: mention(to) })),
    section(t('invitation.ask')),
  ];
  return message(t('invitation.ask'), blocks);
}

/** To a coordinator and to whoever stands in for them; each reads about both. */
export function delegationMessage(
  customer: Customer,
  { of, to, from, until, ended }: Delegation,
  t: Translate,
): Message {
  const title = t(ended ? 'away.told_ended' : 'away.told', { customer: customer.name });
  return message(title, [
    headline(title),
    sectionWithMentions(t('away.told_who', { person: mention(to), of: mention(of), from, until })),
    ended ? undefined : actions(button(t('action.list'), OPEN_LIST, ofCustomer(customer.code))),
  ]);
}
