import type { Button, KnownBlock, ModalView } from '@slack/types';
import { LANGUAGES, LOCALES } from '../../core/customer';
import { OPEN_COORDINATORS, OPEN_REMINDERS } from '../../core/entry-points';
import type { Identity } from '../../core/identity';
import type { Day } from '../../core/time';
import type { Translate } from '../../core/words';
import {
  actions,
  button,
  context,
  contextWithMentions,
  header,
  type Message,
  mention,
  message,
  modal,
  type Option,
  section,
} from '../../slack/blocks';
import { checkboxes, radio, search, select, time } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { placeName } from './holiday-places';
import { FREQUENCIES } from './reminder';
import { DESTINATIONS, ofSnooze, type Reminders, settingsVersion } from './reminder-settings';
import { DESTINATION_WORDS, FREQUENCY_WORDS, nextInWords, scheduleInWords, weekdays } from './schedule.view';
import { OPEN_SNOOZE } from './snooze.view';

export const RESUME_REMINDERS = 'resume_reminders';
export const TEST_REMINDER = 'test_reminder';
export const NO_COUNTRY = 'none';

export const reminderSettingsForm = form(
  'reminder_settings',
  {
    customer: search({ dispatch: true }),
    frequency: radio(),
    days: checkboxes(),
    time: time(),
    timezone: search(),
    send_to: radio(),
    language: select(),
    country: search(),
  },
  ['customer', 'version'],
);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof reminderSettingsForm> {}
}

/** The current schedule first, then the form. */
export function reminderSettingsView({ customer, settings, ...rest }: Reminders, t: Translate): ModalView {
  const { frequency, timezone, country } = settings;
  const { draw } = reminderSettingsForm;
  const { snoozedUntil = '' } = settings;
  const options = <Name extends string>(names: readonly Name[], text: (name: Name) => string): Option[] =>
    names.map((name) => ({ text: text(name), value: name }));
  const placeholder = t('placeholder.search');
  return reminderSettingsForm.modal(
    {
      title: t('title.reminders'),
      submit: t('action.save'),
      close: t('action.close'),
      notes: { customer: customer.code, version: settingsVersion(settings) },
    },
    [
      header(customer.name),
      section(nextInWords({ settings, ...rest }, t)),
      reminderButtons(customer.code, rest.day < snoozedUntil ? snoozedUntil : undefined, frequency === 'never', t),
      draw.frequency({
        label: t('field.frequency'),
        options: options(FREQUENCIES, (name) => t(FREQUENCY_WORDS[name])),
        chosen: frequency,
      }),
      draw.days({
        label: t('field.days'),
        options: weekdays(t).map((text, index) => ({ text, value: String(index + 1) })),
        chosen: settings.days.map(String),
      }),
      draw.time({ label: t('field.time'), initial: settings.time }),
      draw.timezone({ label: t('field.timezone'), placeholder, chosen: { text: timezone, value: timezone } }),
      draw.send_to({
        label: t('field.send_to'),
        hint: customer.channel ? undefined : t('field.send_to.no_channel'),
        options: options(DESTINATIONS, (name) => t(DESTINATION_WORDS[name])),
        chosen: settings.to,
      }),
      draw.language({
        label: t('field.language'),
        hint: t('field.language.hint'),
        options: options(LOCALES, (name) => LANGUAGES[name]),
        chosen: settings.locale,
      }),
      draw.country({
        label: t('field.country'),
        hint: t('field.country.hint'),
        placeholder,
        chosen: { text: country ? placeName(country, t.locale) : t('option.no_country'), value: country ?? NO_COUNTRY },
      }),
    ],
  );
}

function reminderButtons(customer: string, snoozedUntil: Day | undefined, isOff: boolean, t: Translate): KnownBlock {
  return actions(
    button(t('action.test_reminder'), TEST_REMINDER, customer),
    resumeButton(customer, snoozedUntil, t),
    snoozedUntil || isOff ? undefined : button(t('action.snooze'), OPEN_SNOOZE, customer),
    // For people who cannot use slash commands or see the Home.
    button(t('action.coordinators'), OPEN_COORDINATORS, customer),
  );
}

function resumeButton(customer: string, until: Day | undefined, t: Translate): Button | undefined {
  return until ? button(t('action.resume'), RESUME_REMINDERS, ofSnooze({ customer, until })) : undefined;
}

/** Confirms the change; links back to the settings. */
export function remindersSavedView(reminders: Reminders, t: Translate): ModalView {
  const { customer } = reminders;
  return modal({ id: 'reminders_saved', title: t('title.reminders'), close: t('action.close') }, [
    ...inWords(reminders, t),
    actions(
      button(t('action.test_reminder'), TEST_REMINDER, customer.code),
      button(t('action.settings'), OPEN_REMINDERS, customer.code),
    ),
  ]);
}

/** Ephemeral confirmation after a press on a message. */
export function remindersSavedMessage(reminders: Reminders, t: Translate): Message {
  return message(nextInWords(reminders, t), [
    ...inWords(reminders, t),
    actions(button(t('action.settings'), OPEN_REMINDERS, reminders.customer.code)),
  ]);
}

/** For the channel; names the person who made the change. */
export function remindersChangedMessage(reminders: Reminders, by: Identity | undefined, t: Translate): Message {
  const { customer, settings, day } = reminders;
  const { snoozedUntil = '' } = settings;
  return message(nextInWords(reminders, t), [
    section(nextInWords(reminders, t)),
    by && contextWithMentions(t('reminders.changed_by', { person: mention(by) })),
    actions(
      resumeButton(customer.code, day < snoozedUntil ? snoozedUntil : undefined, t),
      button(t('action.settings'), OPEN_REMINDERS, customer.code),
    ),
  ]);
}

function inWords(reminders: Reminders, t: Translate): KnownBlock[] {
  return [
    header(reminders.customer.name),
    section(nextInWords(reminders, t)),
    context(scheduleInWords(reminders.settings, t).join('\n')),
  ];
}
