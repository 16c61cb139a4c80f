import type { ModalView } from '@slack/types';
import type { Translate } from '../../core/words';
import { header, section } from '../../slack/blocks';
import { date, radio } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { type Reminders, SNOOZES, snoozeDays, snoozeVersion } from './reminder-settings';
import { nextInWords } from './schedule.view';

export const OPEN_SNOOZE = 'open_snooze';

export const snoozeRemindersForm = form(
  'snooze_reminders',
  { snooze_for: radio(), snooze_until: date({ optional: true }) },
  ['customer', 'version', 'below'],
);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof snoozeRemindersForm> {}
}

/** `below`: the view underneath, stored in the metadata. */
export function snoozeView(reminders: Reminders, below: string | undefined, t: Translate): ModalView {
  const { customer, settings, day } = reminders;
  const isSnoozed = day < (settings.snoozedUntil ?? '');
  const days = snoozeDays(day);
  const texts = {
    tomorrow: t('snooze.tomorrow', { day: days.tomorrow }),
    next_week: t('snooze.next_week', { day: days.next_week }),
    date: t('snooze.date'),
  };
  const options = SNOOZES.map((value) => ({ value, text: texts[value] }));
  const { draw } = snoozeRemindersForm;
  return snoozeRemindersForm.modal(
    {
      title: t('title.snooze'),
      submit: t('action.snooze'),
      close: t('action.close'),
      notes: { customer: customer.code, version: snoozeVersion(reminders.settings), below },
    },
    [
      header(customer.name),
      isSnoozed ? section(nextInWords(reminders, t)) : undefined,
      section(t('snooze.explained')),
      draw.snooze_for({ label: t('field.snooze_for'), options, chosen: 'next_week' }),
      draw.snooze_until({ label: t('field.snooze_until'), hint: t('field.snooze_until.hint') }),
    ],
  );
}
