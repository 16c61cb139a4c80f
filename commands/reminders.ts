import type { Context, Handler, OptionsHandler } from '../src/context';
import type { Hint } from '../src/core/access';
import { demand } from '../src/core/permission';
import { findCustomers } from '../src/features/customers/find-customers';
import { findTimezones } from '../src/features/customers/timezones';
import { chooseCustomerForm } from '../src/features/orders/choose-customer.view';
import { customerOption } from '../src/features/orders/generate-form.view';
import {
  changeReminders,
  remindersFor,
  remindWeekly,
  resumeReminders,
  snoozeReminders,
} from '../src/features/reminders/change-reminders';
import {
  reminderForm,
  remindersSavedMessage,
  remindersSavedView,
} from '../src/features/reminders/reminder-settings.view';
import { snoozeForm } from '../src/features/reminders/snooze.view';
import { testReminder } from '../src/features/reminders/test-reminder';
import type { Answer } from '../src/slack/answers';
import { sentence } from '../src/slack/blocks';
import { hasInput, inputValue, inputValues, noteOf, notesOf, type SentView } from '../src/slack/form';
import { NO_COUNTRY, REMINDER_SETTINGS } from '../src/slack/ids';
import { noticeView } from '../src/slack/notice';

/** The value of the button is a customer's code, or nothing. */
export const openReminders: Handler = async ({ value, channel }, context) =>
  showForm({ customer: value || undefined, channel }, context);

/** Whoever has several customers chooses one first. */
export const chooseCustomer: Handler = async ({ value }, context) => showForm({ customer: value }, context);

/** The form as things are now; for coming back to it. */
export const refresh: Handler = async ({ view }, context) => showForm(view ? hintOf(view) : {}, context);

export const submitReminders: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  if (!hasInput(view, 'frequency')) return showForm(hintOf(view), context);
  const { db, person, t } = context;
  const country = inputValue(view, 'country');
  const form = {
    ...hintOf(view),
    frequency: inputValue(view, 'frequency'),
    days: inputValues(view, 'days'),
    time: inputValue(view, 'time'),
    to: inputValue(view, 'send_to'),
    timezone: inputValue(view, 'timezone'),
    locale: inputValue(view, 'language'),
    country: country === NO_COUNTRY ? undefined : country,
  };
  return { show: remindersSavedView(await changeReminders(db, form, person, context, submission), t) };
};

export const weekly: Handler = async ({ value }, context) => {
  const reminders = await remindWeekly(context.db, { customer: value }, context.person, context);
  return { say: remindersSavedMessage(reminders, context.t) };
};

export const openSnooze: Handler = async ({ value, view }, context) => {
  const reminders = await remindersFor(context.db, { customer: value }, context.person, context);
  if (!reminders) return undefined;
  return { push: snoozeForm(reminders, view && noteOf(view), context.t) };
};

export const submitSnooze: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  const wish = { ...hintOf(view), for: inputValue(view, 'snooze_for'), until: inputValue(view, 'snooze_until') };
  const reminders = await snoozeReminders(context.db, wish, context.person, context, submission);
  return { show: remindersSavedView(reminders, context.t) };
};

/** From the form it shows the form again, from a message it answers. */
export const resume: Handler = async ({ value, view }, context) => {
  const reminders = await resumeReminders(context.db, { customer: value }, context.person, context);
  return view ? { show: reminderForm(reminders, context.t) } : { say: remindersSavedMessage(reminders, context.t) };
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
  if (reminders) return { show: reminderForm(reminders, t) };
  const settings = { id: REMINDER_SETTINGS, title: t('title.reminders'), submit: t('action.continue') };
  return { show: chooseCustomerForm(settings, t('reminders.choose_customer'), t) };
}

function hintOf(view: SentView): Hint {
  return { customer: inputValue(view, 'customer') ?? notesOf(view).customer };
}
