import type { Hint } from '../src/core/access';
import { OPEN_REMINDERS } from '../src/core/entry-points';
import { demand } from '../src/core/permission';
import { type Context, feature, type Handler, type OptionsHandler } from '../src/feature';
import { findCustomers } from '../src/features/customers/find-customers';
import { findTimezones } from '../src/features/customers/timezones';
import { chooseCustomerView } from '../src/features/orders/choose-customer.view';
import { customerOption } from '../src/features/orders/generate-form.view';
import {
  changeReminders,
  remindersFor,
  remindWeekly,
  resumeReminders,
  snoozeReminders,
} from '../src/features/reminders/change-reminders';
import { en, fr } from '../src/features/reminders/copy';
import { REMIND_WEEKLY } from '../src/features/reminders/reminder.view';
import {
  NO_COUNTRY,
  RESUME_REMINDERS,
  reminderSettingsForm,
  reminderSettingsView,
  remindersSavedMessage,
  remindersSavedView,
  TEST_REMINDER,
} from '../src/features/reminders/reminder-settings.view';
import { OPEN_SNOOZE, snoozeRemindersForm, snoozeView } from '../src/features/reminders/snooze.view';
import { testReminder } from '../src/features/reminders/test-reminder';
import type { Answer } from '../src/slack/answers';
import { sentence } from '../src/slack/blocks';
import { noticeView } from '../src/slack/notice';
import { noteOf, type SentView } from '../src/slack/sent-view';

/** The value of the button is a customer's code, or nothing. */
const openReminders: Handler = async ({ value, channel }, context) =>
  showForm({ customer: value || undefined, channel }, context);

/** People with several customers choose one first. */
const chooseCustomer: Handler = async ({ value }, context) => showForm({ customer: value }, context);

/** The form as things are now; for coming back to it. */
const refresh: Handler = async ({ view }, context) => showForm(view ? hintOf(view) : {}, context);

const submitReminders: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  if (!reminderSettingsForm.has(view, 'frequency')) return showForm(hintOf(view), context);
  const { db, person, t } = context;
  const { send_to: to, language: locale, country: chosen, ...entered } = reminderSettingsForm.read(view);
  const country = chosen === NO_COUNTRY ? undefined : chosen;
  const form = { ...entered, ...hintOf(view), to, locale, country };
  return { show: remindersSavedView(await changeReminders(db, form, person, context, submission), t) };
};

const weekly: Handler = async ({ value }, context) => {
  const reminders = await remindWeekly(context.db, { customer: value }, context.person, context);
  return { say: remindersSavedMessage(reminders, context.t) };
};

const openSnooze: Handler = async ({ value, view }, context) => {
  const reminders = await remindersFor(context.db, { customer: value }, context.person, context);
  if (!reminders) return undefined;
  return { push: snoozeView(reminders, view && noteOf(view), context.t) };
};

const submitSnooze: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  const { snooze_for, snooze_until: until } = snoozeRemindersForm.read(view);
  const wish = { customer: snoozeRemindersForm.notes(view).customer, for: snooze_for, until };
  const reminders = await snoozeReminders(context.db, wish, context.person, context, submission);
  return { show: remindersSavedView(reminders, context.t) };
};

/** From the form it shows the form again, from a message it answers. */
const resume: Handler = async ({ value, view }, context) => {
  const reminders = await resumeReminders(context.db, { customer: value }, context.person, context);
  return view
    ? { show: reminderSettingsView(reminders, context.t) }
    : { say: remindersSavedMessage(reminders, context.t) };
};

const test: Handler = async ({ value }, { db, person, now, t }) => {
  await testReminder(db, { customer: value }, person, now);
  return { push: noticeView(sentence(t('reminders.test_sent')), t) };
};

const customersToRemind: OptionsHandler = async ({ text }, { db, person }) => {
  const customers = await findCustomers(db, text, person, 'remind');
  return customers.map(customerOption);
};

const timezones: OptionsHandler = async ({ text }, { person }) => {
  demand(person, 'remind');
  return findTimezones(text).map((zone) => ({ text: zone, value: zone }));
};

const countries: OptionsHandler = async ({ text }, { person, calendar, t }) => {
  demand(person, 'remind');
  const typed = text.trim().toLocaleLowerCase();
  const found = calendar
    .countries(t.locale)
    .filter(({ code, name }) => name.toLocaleLowerCase().includes(typed) || code.toLowerCase() === typed)
    .map(({ code, name }) => ({ text: name, value: code, description: code }));
  return typed ? found : [{ text: t('option.no_country'), value: NO_COUNTRY }, ...found];
};

async function showForm(hint: Hint, context: Context): Promise<Answer> {
  const { db, person, t } = context;
  const reminders = await remindersFor(db, hint, person, context);
  if (reminders) return { show: reminderSettingsView(reminders, t) };
  const question = t('reminders.choose_customer');
  const settings = { title: t('title.reminders'), submit: t('action.continue'), question };
  return { show: chooseCustomerView(reminderSettingsForm, settings, t) };
}

function hintOf(view: SentView): Hint {
  return { customer: reminderSettingsForm.read(view).customer ?? reminderSettingsForm.notes(view).customer };
}

export const reminders = feature({
  name: 'reminders',
  copy: { en, fr },
  commands: { reminders: { run: openReminders, help: { position: 50, lines: () => ['help.reminders'] } } },
  actions: {
    [OPEN_REMINDERS]: openReminders,
    [REMIND_WEEKLY]: weekly,
    [OPEN_SNOOZE]: openSnooze,
    [RESUME_REMINDERS]: resume,
    [TEST_REMINDER]: test,
  },
  inputs: { [reminderSettingsForm.id]: { customer: chooseCustomer } },
  submissions: { [reminderSettingsForm.id]: submitReminders, [snoozeRemindersForm.id]: submitSnooze },
  refreshes: { [reminderSettingsForm.id]: refresh },
  options: { [reminderSettingsForm.id]: { customer: customersToRemind, timezone: timezones, country: countries } },
});
