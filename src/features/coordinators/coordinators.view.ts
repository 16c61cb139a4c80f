import type { KnownBlock, ModalView } from '@slack/types';
import type { CoordinatorCard, Delegation } from '../../core/coordinator';
import { MAX_COUNTED } from '../../core/counting';
import { isSame } from '../../core/identity';
import type { Person } from '../../core/person';
import type { Translate } from '../../core/words';
import {
  actions,
  button,
  confirmed,
  contextWithMentions,
  header,
  mention,
  section,
  sectionWithMentions,
} from '../../slack/blocks';
import { personOf } from '../../slack/button-values';
import { search } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { pagingBlocks } from '../../slack/paging';
import { ADD_COORDINATOR, CHANGE_COORDINATOR, INVITE_COORDINATOR } from './coordinator-form.view';
import type { CoordinatorList } from './coordinator-list';
import { OPEN_DELEGATION } from './delegation-form.view';
import { type Invitation, invitationReference } from './invitation';
import { limitsInWords, quotaInWords, scopeInWords } from './limits.view';

export const REMOVE_COORDINATOR = 'remove_coordinator';
export const WITHDRAW_INVITATION = 'withdraw_invitation';

export const coordinatorsForm = form('coordinators', { customer: search({ dispatch: true }) }, ['customer', 'page']);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof coordinatorsForm> {}
}

const DELEGATIONS_SHOWN = 5;

/** A customer's coordinators and open invitations. `report` is markup that reports the last change. */
export function coordinatorsView(list: CoordinatorList, viewer: Person, t: Translate, report?: string): ModalView {
  const { customer, cards, invitations, page, pages } = list;
  return coordinatorsForm.modal(
    {
      title: t('title.coordinators'),
      close: t('action.close'),
      notes: { customer: customer.code, page: String(page) },
    },
    [
      report ? sectionWithMentions(report) : undefined,
      header(customer.name),
      cards.length + invitations.length === 0 ? section(t('coordinators.none')) : undefined,
      ...cards.flatMap((card) => cardBlocks(card, customer.code, viewer, t)),
      ...invitations.map((invitation) => invitationBlock(invitation, viewer, t)),
      ...pagingBlocks(page, pages, t),
      viewer.sales
        ? actions(
            button(t('coordinators.add'), ADD_COORDINATOR, customer.code, 'primary'),
            button(t('coordinators.invite'), INVITE_COORDINATOR, customer.code),
          )
        : undefined,
    ],
  );
}

/** At most three blocks, so that a page stays within Slack's limit of 100. */
function cardBlocks(card: CoordinatorCard, customer: string, viewer: Person, t: Translate): KnownBlock[] {
  const { person, products, delegations } = card;
  const value = personOf(customer, person);
  const label = isSame(person, viewer) ? t('delegation.own') : t('delegation.of');
  const isTheirs = viewer.sales || isSame(person, viewer);
  return [
    sectionWithMentions(mention(person), [scopeInWords(products, t), assignedInWords(card, t)]),
    ...(delegations.length > 0 ? [contextWithMentions(delegationsInWords(delegations, t))] : []),
    ...(isTheirs
      ? [
          actions(
            viewer.sales ? button(t('coordinators.change'), CHANGE_COORDINATOR, value) : undefined,
            button(label, OPEN_DELEGATION, value),
            viewer.sales ? removeButton(value, t) : undefined,
          ),
        ]
      : []),
  ];
}

function removeButton(value: string, t: Translate) {
  return confirmed(button(t('coordinators.remove'), REMOVE_COORDINATOR, value), {
    title: t('coordinators.remove_title'),
    text: t('coordinators.remove_question'),
    deny: t('action.keep'),
  });
}

function assignedInWords({ quota, used }: CoordinatorCard, t: Translate): string {
  const isMore = used > MAX_COUNTED;
  const values = { count: used, most: MAX_COUNTED };
  return quota === undefined
    ? t(isMore ? 'limits.used_over' : 'limits.used', values)
    : t(isMore ? 'limits.used_of_over' : 'limits.used_of', { quota: quotaInWords(quota, t), ...values });
}

function delegationsInWords(delegations: readonly Delegation[], t: Translate): string {
  return delegations
    .slice(0, DELEGATIONS_SHOWN)
    .map(({ to, from, until }) => t('delegation.line', { person: mention(to), from, until }))
    .join('\n');
}

function invitationBlock(invitation: Invitation, viewer: Person, t: Translate): KnownBlock {
  const text = t('invitation.waits', { person: mention(invitation.to) });
  const withdraw = button(t('invitation.withdraw'), WITHDRAW_INVITATION, invitationReference(invitation.id));
  return sectionWithMentions(text, [limitsInWords(invitation, t)], viewer.sales ? withdraw : undefined);
}
