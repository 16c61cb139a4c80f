import type { Handler, OptionsHandler } from '../src/context';
import { demand } from '../src/core/permission';
import { archiveCustomer, restoreCustomer } from '../src/features/customers/archive-customer';
import { customerCardView } from '../src/features/customers/customer-card.view';
import { customerForm } from '../src/features/customers/customer-form.view';
import { customersView } from '../src/features/customers/customers.view';
import { accountFor, cardOf, customerCard } from '../src/features/customers/find-customer-card';
import { listCustomers } from '../src/features/customers/list-customers';
import { repairChannel } from '../src/features/customers/repair-channel';
import { createCustomer, editCustomer } from '../src/features/customers/save-customer';
import { findTimezones } from '../src/features/customers/timezones';
import { inputValue, noteOf, notesOf, type SentView } from '../src/slack/form';

/** What a modal can note down, and more than any name. */
const LONGEST_SEARCH = 100;

/** Words after the command are searched for. */
export const openCustomers: Handler = async ({ text }, { db, person, now, t }) => ({
  show: customersView(await listCustomers(db, { typed: text.slice(0, LONGEST_SEARCH), page: 0 }, person, now), t),
});

export const search: Handler = async ({ view }, { db, person, now, t }) => {
  const typed = (view && inputValue(view, 'search')) ?? '';
  return { show: customersView(await listCustomers(db, { typed, page: 0 }, person, now), t) };
};

export const turnPage: Handler = async ({ view, value }, { db, person, now, t }) => {
  const { typed = '' } = view ? notesOf(view) : {};
  return { show: customersView(await listCustomers(db, { typed, page: Number(value) }, person, now), t) };
};

/** The page that was shown, as things are now. */
export const refresh: Handler = async (request, context) =>
  turnPage({ ...request, value: (request.view && notesOf(request.view).page) ?? '0' }, context);

export const openCustomer: Handler = async ({ value, view }, { db, person, now, t }) => ({
  push: customerCardView(await customerCard(db, value, person, now), { below: noteOf(view) }, t),
});

export const openNew: Handler = async ({ view }, { person, timezone, t }) => {
  demand(person, 'customers');
  return { push: customerForm({ timezone, below: noteOf(view) }, t) };
};

/** In the card's place, over the list. */
export const openEdit: Handler = async ({ value, view }, { db, person, t }) => {
  const account = await accountFor(db, value, person);
  return { show: customerForm({ account, timezone: account.timezone, below: belowOf(view) }, t) };
};

export const submitCustomer: Handler = async ({ view, submission }, { db, person, now, t }) => {
  if (!view) return undefined;
  const { customer, version } = notesOf(view);
  const form = {
    name: inputValue(view, 'name'),
    channel: inputValue(view, 'channel'),
    newChannel: inputValue(view, 'new_channel'),
    timezone: inputValue(view, 'timezone'),
    locale: inputValue(view, 'language'),
    notes: inputValue(view, 'notes'),
  };
  const card = customer
    ? await editCustomer(db, { ...form, customer, version: Number(version) }, person, now, submission)
    : await createCustomer(db, { ...form, code: inputValue(view, 'code') }, person, now, submission);
  const done = t(card.account.newChannel ? 'card.saved_making' : 'card.saved');
  return { show: customerCardView(card, { below: belowOf(view), done }, t) };
};

export const archive: Handler = async ({ value, view }, { db, person, now, t }) => {
  const card = await archiveCustomer(db, value, person, now);
  return { show: customerCardView(card, { below: belowOf(view) }, t) };
};

export const restore: Handler = async ({ value, view }, { db, person, now, t }) => {
  const card = await restoreCustomer(db, value, person, now);
  return { show: customerCardView(card, { below: belowOf(view), done: t('card.restored') }, t) };
};

export const mend: Handler = async ({ value, view }, { db, person, now, t }) => {
  const card = await cardOf(db, await repairChannel(db, value, person, now), now);
  return { show: customerCardView(card, { below: belowOf(view), done: t('card.mending') }, t) };
};

export const timezones: OptionsHandler = async ({ text }, { person }) => {
  demand(person, 'customers');
  return findTimezones(text).map((zone) => ({ text: zone, value: zone }));
};

function belowOf(view: SentView | undefined): string | undefined {
  return view && notesOf(view).below;
}
