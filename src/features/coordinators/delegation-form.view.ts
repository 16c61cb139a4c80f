import type { ModalView } from '@slack/types';
import type { CoordinatorCard } from '../../core/coordinator';
import type { Customer } from '../../core/customer';
import type { Day } from '../../core/time';
import type { Translate } from '../../core/words';
import { button, mention, section, sectionWithMentions } from '../../slack/blocks';
import { date, person } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { backButton } from './coordinator-form.view';
import { limitsInWords } from './limits.view';

export const OPEN_DELEGATION = 'open_away';
export const END_DELEGATION = 'end_away';

export const delegationForm = form('set_away', { person: person(), start_date: date(), end_date: date() }, [
  'customer',
  'teamId',
  'userId',
]);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof delegationForm> {}
}

const DELEGATIONS_SHOWN = 20;

interface CoordinatorDelegations {
  customer: Customer;
  card: CoordinatorCard;
  day: Day;
}

/** A coordinator's delegations, and the form for a new one. `report` is markup that reports the last change. */
export function delegationView(
  { customer, card, day }: CoordinatorDelegations,
  t: Translate,
  report?: string,
): ModalView {
  const { teamId, userId } = card.person;
  const may = { customer: customer.name, limits: limitsInWords(card, t) };
  const { draw } = delegationForm;
  return delegationForm.modal(
    {
      title: t('title.delegation'),
      submit: t('action.save'),
      close: t('action.close'),
      notes: { customer: customer.code, teamId, userId },
    },
    [
      report ? sectionWithMentions(report) : undefined,
      sectionWithMentions(t('delegation.for', { person: mention(card.person) })),
      section(t('delegation.explained', may)),
      ...card.delegations.slice(0, DELEGATIONS_SHOWN).map(({ id, to, from, until }) => {
        const text = t('delegation.line', { person: mention(to), from, until });
        return sectionWithMentions(text, [], button(t('delegation.end'), END_DELEGATION, String(id)));
      }),
      draw.person({ label: t('field.delegate') }),
      draw.start_date({ label: t('field.start_date'), initial: day }),
      draw.end_date({ label: t('field.end_date'), hint: t('field.delegation.hint', { zone: customer.timezone }) }),
      backButton(customer.code, t),
    ],
  );
}
