import type { Delegation, NamedLimits } from '../../core/coordinator';
import type { Customer } from '../../core/customer';
import { OPEN_LIST } from '../../core/entry-points';
import type { Identity } from '../../core/identity';
import type { Day } from '../../core/time';
import type { CopyKey, Translate } from '../../core/words';
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
} from '../../slack/blocks';
import { ofCustomer, personOf } from '../../slack/button-values';
import { OPEN_DELEGATION } from './delegation-form.view';
import { type Invitation, invitationReference } from './invitation';
import { limitsInWords } from './limits.view';

export const ACCEPT_INVITATION = 'accept_invitation';

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
      button(t('delegation.own'), OPEN_DELEGATION, personOf(customer.code, person)),
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

interface Told {
  /** Whether it is the delegate; else the coordinator who delegated. */
  isDelegate: boolean;
  /** The customer's today. */
  day: Day;
}

/** To a coordinator, or to their delegate; before its first day there is nothing to press. */
export function delegationMessage(
  customer: Customer,
  { of, to, from, until, ended }: Delegation,
  { isDelegate, day }: Told,
  t: Translate,
): Message {
  const [given, over]: [CopyKey, CopyKey] = isDelegate
    ? ['delegation.told_delegate', 'delegation.told_delegate_ended']
    : ['delegation.told', 'delegation.told_ended'];
  const title = t(ended ? over : given, { customer: customer.name });
  const who = isDelegate
    ? t('delegation.told_for', { of: mention(of), from, until })
    : t('delegation.told_by', { person: mention(to), from, until });
  const mayAlready = !ended && from <= day;
  return message(title, [
    headline(title),
    sectionWithMentions(who),
    ended || mayAlready || !isDelegate ? undefined : context(t('delegation.not_yet', { from })),
    isDelegate && mayAlready
      ? actions(button(t('action.list'), OPEN_LIST, ofCustomer(customer.code), 'primary'))
      : undefined,
  ]);
}
