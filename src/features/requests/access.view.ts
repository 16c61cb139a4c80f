import type { Button } from '@slack/types';
import type { Customer } from '../../core/customer';
import { OPEN_ASSIGN, OPEN_LIST, OPEN_REMINDERS } from '../../core/entry-points';
import { type Identity, isSame } from '../../core/identity';
import type { Translate } from '../../core/words';
import {
  actions,
  button,
  contextWithMentions,
  headline,
  type Message,
  mention,
  message,
  section,
  sentence,
} from '../../slack/blocks';
import { ofCustomer } from '../../slack/button-values';
import { type AccessRequest, accessReference } from './access-request';

export const ASK_FOR_ACCESS = 'ask_for_access';
export const APPROVE_ACCESS = 'approve_access';
export const DECLINE_ACCESS = 'decline_access';

export function askForAccess({ code }: Customer, t: Translate): Button {
  return button(t('action.ask_for_access'), ASK_FOR_ACCESS, code);
}

/** A refusal that offers to ask for access. */
export function noAccessMessage(why: string, customer: Customer, t: Translate): Message {
  return message(why, [section(why), actions(askForAccess(customer, t))]);
}

/** Ephemeral, for the person who asked. */
export function accessAskedMessage(
  { kind, customer: { name: customer } }: { kind: 'asked' | 'asked_before' | 'has_it'; customer: Customer },
  t: Translate,
): Message {
  if (kind === 'has_it') return sentence(t('access.has_it', { customer }));
  return sentence(kind === 'asked' ? t('access.asked', { customer }) : t('access.asked_before', { customer }));
}

/** For sales; shows the answer once there is one. */
export function accessRequestMessage(request: AccessRequest, t: Translate): Message {
  const { customer, askedBy, answer } = request;
  const title = t('access.title', { customer: customer.name });
  const reference = accessReference(request.id);
  return message(title, [
    headline(title),
    contextWithMentions(t('request.by', { person: mention(askedBy) })),
    answer
      ? contextWithMentions(answerInWords(answer, t))
      : actions(
          button(t('action.approve'), APPROVE_ACCESS, reference, 'primary'),
          button(t('action.decline'), DECLINE_ACCESS, reference),
        ),
  ]);
}

/** Ephemeral, for the person who answered; names the earlier answerer if there was one. */
export function accessSettledMessage({ answer, askedBy }: AccessRequest, by: Identity, t: Translate): Message {
  const isTheirs = answer?.by !== undefined && isSame(answer.by, by);
  const person = mention(askedBy);
  const answered =
    answer?.kind === 'approved' ? t('access.now_coordinator', { person }) : t('access.is_declined', { person });
  const how = isTheirs ? answered : answer && answerInWords(answer, t);
  return message(t('access.settled'), [contextWithMentions(how ?? answered)]);
}

/** For the person who asked, once answered. */
export function accessAnsweredMessage({ customer, answer }: AccessRequest, t: Translate): Message {
  if (answer?.kind !== 'approved') {
    const title = t('access.declined', { customer: customer.name });
    const more = t('access.declined_more');
    return message([title, more].join('. '), [headline(title), section(more)]);
  }
  const title = t('access.approved', { customer: customer.name });
  return message(title, [
    headline(title),
    section(t('access.approved_more')),
    actions(
      button(t('action.assign'), OPEN_ASSIGN, ofCustomer(customer.code), 'primary'),
      button(t('action.list'), OPEN_LIST, ofCustomer(customer.code)),
      button(t('action.reminders'), OPEN_REMINDERS, customer.code),
    ),
  ]);
}

function answerInWords({ kind, by }: NonNullable<AccessRequest['answer']>, t: Translate): string {
  if (!by) return t('access.settled_itself');
  const person = mention(by);
  return kind === 'approved' ? t('access.approved_by', { person }) : t('request.declined_by', { person });
}
