import { demand } from '../src/core/permission';
import { searchKey, searchWords } from '../src/core/text';
import type { Context, Handler, OptionsHandler } from '../src/feature';
import { chooseCustomerView } from '../src/features/customers/choose-customer.view';
import { customerOption } from '../src/features/customers/customer-option.view';
import { findCustomers } from '../src/features/customers/find-customers';
import { findTimezones } from '../src/features/customers/timezones';
import type { Hint } from '../src/features/orders/find-customer-for';
import {
  changeReminders,
  remindersFor,
  remindWeekly,
  resumeReminders,
  snoozeReminders,
} from '../src/features/reminders/change-reminders';
import { isRegion } from '../src/features/reminders/holiday-places';
import { snoozeMeant } from '../src/features/reminders/reminder-settings';
import {
  NO_COUNTRY,
  reminderSettingsForm,
  reminderSettingsView,
  remindersSavedMessage,
  remindersSavedView,
} from '../src/features/reminders/reminder-settings.view';
import { snoozeRemindersForm, snoozeView } from '../src/features/reminders/snooze.view';
import { testReminder } from '../src/features/reminders/test-reminder';
import type { Answer } from '../src/slack/answers';
import { sentence } from '../src/slack/blocks';
import { noticeView } from '../src/slack/notice';
import { noteOf, type SentView } from '../src/slack/sent-view';

/** Button value: a customer's code, or empty. */
export const openReminders: Handler = async ({ value, channel }, context) =>
  showForm({ customer: value || undefined, channel }, context);

/** For people with several customers. */
export const chooseCustomer: Handler = async ({ value }, context) => showForm({ customer: value }, context);

/** Reloads the form when a view above it closes. */
export const refresh: Handler = async ({ view }, context) => showForm(view ? hintOf(view) : {}, context);

export const submitReminders: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  if (!reminderSettingsForm.has(view, 'frequency')) return showForm(hintOf(view), context);
  const { db, person, t } = context;
  const { send_to: to, language: locale, country: chosen, ...entered } = reminderSettingsForm.read(view);
  const country = chosen === NO_COUNTRY ? undefined : chosen;
  const { version } = reminderSettingsForm.notes(view);
  const form = { ...entered, ...hintOf(view), version, to, locale, country };
  return { show: remindersSavedView(await changeReminders(db, form, person, context, submission), t) };
};

export const weekly: Handler = async ({ value }, context) => {
  const reminders = await remindWeekly(context.db, { customer: value }, context.person, context);
  return { say: remindersSavedMessage(reminders, context.t) };
};

export const openSnooze: Handler = async ({ value, view }, context) => {
  const reminders = await remindersFor(context.db, { customer: value }, context.person, context);
  if (!reminders) return undefined;
  return { push: snoozeView(reminders, view && noteOf(view), context.t) };
};

export const submitSnooze: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  const { snooze_for, snooze_until: until } = snoozeRemindersForm.read(view);
  const { customer, version } = snoozeRemindersForm.notes(view);
  const input = { customer, version, for: snooze_for, until };
  const reminders = await snoozeReminders(context.db, input, context.person, context, submission);
  return { show: remindersSavedView(reminders, context.t) };
};

/** Redraws the form with the current values after someone else has paused or changed the reminders. */
export const refreshSnooze: Handler = async ({ view }, context) => {
  const { customer, below } = snoozeRemindersForm.notes(view);
  const reminders = await remindersFor(context.db, { customer }, context.person, context);
  return reminders && { show: snoozeView(reminders, below, context.t) };
};

/** From the form, redraws the form; from a message, replies. */
export const resume: Handler = async ({ value, view }, context) => {
  const reminders = await resumeReminders(context.db, snoozeMeant(value), context.person, context);
  return view
    ? { show: reminderSettingsView(reminders, context.t) }
    : { say: remindersSavedMessage(reminders, context.t) };
};

export const test: Handler = async ({ value }, { db, person, now, t }) => {
  await testReminder(db, { customer: value }, person, now);
  return { push: noticeView(sentence(t('reminders.test_sent')), t) };
};

export const customersToRemind: OptionsHandler = async ({ text }, { db, person }) => {
  const customers = await findCustomers(db, text, person, 'remind');
  return customers.map(customerOption);
};

export const timezones: OptionsHandler = async ({ text }, { person }) => {
  demand(person, 'remind');
  return findTimezones(text).map((zone) => ({ text: zone, value: zone }));
};

export const countries: OptionsHandler = async ({ text }, { person, calendar, t }) => {
  demand(person, 'remind');
  const words = searchWords(text);
  const found = calendar
    .countries(t.locale)
    .filter(({ code, name }) => words.every((word) => searchKey(name).includes(word) || searchKey(code) === word))
    .map(({ code, name }) => ({ text: name, value: code, description: code }));
  if (words.length > 0) return found;
  const whole = found.filter(({ value }) => !isRegion(value));
  return [{ text: t('option.no_country'), value: NO_COUNTRY }, ...whole];
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
