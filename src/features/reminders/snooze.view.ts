import type { ModalView } from '@slack/types';
import { header, modal, section } from '../../slack/blocks';
import { dateInput, radioInput } from '../../slack/inputs';
import type { Translate } from '../../slack/translate';
import { type Reminders, SNOOZES, snoozeDays } from './reminder-settings';

export const OPEN_SNOOZE = 'open_snooze';
export const SNOOZE_REMINDERS = 'snooze_reminders';

/** `below` notes down the modal underneath. */
export function snoozeForm({ customer, day }: Reminders, below: string | undefined, t: Translate): ModalView {
  const days = snoozeDays(day);
  const texts = {
    tomorrow: t('snooze.tomorrow', { day: days.tomorrow }),
    next_week: t('snooze.next_week', { day: days.next_week }),
    date: t('snooze.date'),
  };
  const options = SNOOZES.map((value) => ({ value, text: texts[value] }));
  return modal(
    {
      id: SNOOZE_REMINDERS,
      title: t('title.snooze'),
      submit: t('action.snooze'),
      close: t('action.close'),
      metadata: { customer: customer.code, below },
    },
    [
      header(customer.name),
      section(t('snooze.explained')),
      radioInput('snooze_for', { label: t('field.snooze_for') }, options, 'next_week'),
      dateInput('snooze_until', {
        label: t('field.snooze_until'),
        hint: t('field.snooze_until.hint'),
        optional: true,
      }),
    ],
  );
}
