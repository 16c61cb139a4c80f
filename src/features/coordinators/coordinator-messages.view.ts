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

/** A direct message with a person's rights for the customer. Without `limits`: they no longer coordinate. */
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

/** For the customer's channel; carries the button until the invitation is accepted or withdrawn. */
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

/** Ephemeral, for the person who accepted. */
export function acceptedMessage({ customer }: Invitation, t: Translate): Message {
  const text = t('coordinators.told', { customer: customer.name });
  return message(text, [
    section(text),
    actions(button(t('action.list'), OPEN_LIST, ofCustomer(customer.code), 'primary')),
  ]);
}

/** Ephemeral, for a person who presses someone else's invitation. */
export function notForYouMessage({ to }: Invitation, t: Translate): Message {
  const blocks = [
    sectionWithMentions(t('invitation.somebody_else', { person: mention(to) })),
    section(t('invitation.ask')),
  ];
  return message(t('invitation.ask'), blocks);
}

interface Reader {
  /** False for the coordinator who delegated. */
  isDelegate: boolean;
  /** Today, in the customer's time zone. */
  day: Day;
}

/** For the coordinator or the delegate. Offers buttons from the delegation's first day. */
export function delegationMessage(
  customer: Customer,
  { of, to, from, until, ended }: Delegation,
  { isDelegate, day }: Reader,
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
