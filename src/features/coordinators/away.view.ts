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

export const OPEN_AWAY = 'open_away';
export const END_AWAY = 'end_away';

export const setAwayForm = form('set_away', { person: person(), start_date: date(), end_date: date() }, [
  'customer',
  'teamId',
  'userId',
]);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof setAwayForm> {}
}

const DELEGATIONS_SHOWN = 20;

interface Absence {
  customer: Customer;
  card: CoordinatorCard;
  day: Day;
}

/** Who stands in for a coordinator, and the form for somebody else to. `said` as in the list of coordinators. */
export function awayView({ customer, card, day }: Absence, t: Translate, said?: string): ModalView {
  const { teamId, userId } = card.person;
  const may = { customer: customer.name, limits: limitsInWords(card, t) };
  const { draw } = setAwayForm;
  return setAwayForm.modal(
    {
      title: t('title.away'),
      submit: t('action.save'),
      close: t('action.close'),
      notes: { customer: customer.code, teamId, userId },
    },
    [
      said ? sectionWithMentions(said) : undefined,
      sectionWithMentions(t('away.for', { person: mention(card.person) })),
      section(t('away.explained', may)),
      ...card.delegations.slice(0, DELEGATIONS_SHOWN).map(({ id, to, from, until }) => {
        const text = t('away.line', { person: mention(to), from, until });
        return sectionWithMentions(text, [], button(t('away.end'), END_AWAY, String(id)));
      }),
      draw.person({ label: t('field.deputy') }),
      draw.start_date({ label: t('field.start_date'), initial: day }),
      draw.end_date({ label: t('field.end_date'), hint: t('field.away.hint', { zone: customer.timezone }) }),
      backButton(customer.code, t),
    ],
  );
}
