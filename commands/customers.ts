import { findTimezones } from '../src/app/find-options';
import { demand } from '../src/core/permission';
import { feature, type Handler, type OptionsHandler } from '../src/feature';
import { archiveCustomer, restoreCustomer } from '../src/features/customers/archive-customer';
import { en, fr } from '../src/features/customers/copy';
import {
  ARCHIVE_CUSTOMER,
  customerCardView,
  EDIT_CUSTOMER,
  MEND_CHANNEL,
  RESTORE_CUSTOMER,
} from '../src/features/customers/customer-card.view';
import { CUSTOMER_FORM, customerForm } from '../src/features/customers/customer-form.view';
import {
  CUSTOMERS,
  customersView,
  NEW_CUSTOMER,
  OPEN_CUSTOMER,
  OPEN_CUSTOMERS,
} from '../src/features/customers/customers.view';
import { accountFor, cardOf, customerCard } from '../src/features/customers/find-customer-card';
import { listCustomers } from '../src/features/customers/list-customers';
import { createCustomer, editCustomer } from '../src/features/customers/save-customer';
import { mendChannel } from '../src/features/customers/set-up-channel';
import { inputValue, noteOf, notesOf, type SentView } from '../src/slack/form';
import { NEXT_PAGE, PREVIOUS_PAGE } from '../src/slack/paging';

/** What a modal can note down, and more than any name. */
const LONGEST_SEARCH = 100;

/** Words after the command are searched for. */
const openCustomers: Handler = async ({ text }, { db, person, now, t }) => ({
  show: customersView(await listCustomers(db, { typed: text.slice(0, LONGEST_SEARCH), page: 0 }, person, now), t),
});

const search: Handler = async ({ view }, { db, person, now, t }) => {
  const typed = (view && inputValue(view, 'search')) ?? '';
  return { show: customersView(await listCustomers(db, { typed, page: 0 }, person, now), t) };
};

const turnPage: Handler = async ({ view, value }, { db, person, now, t }) => {
  const { typed = '' } = view ? notesOf(view) : {};
  return { show: customersView(await listCustomers(db, { typed, page: Number(value) }, person, now), t) };
};

/** The page that was shown, as things are now. */
const refresh: Handler = async (request, context) =>
  turnPage({ ...request, value: (request.view && notesOf(request.view).page) ?? '0' }, context);

const openCustomer: Handler = async ({ value, view }, { db, person, now, t }) => ({
  push: customerCardView(await customerCard(db, value, person, now), { below: noteOf(view) }, t),
});

const openNew: Handler = async ({ view }, { person, timezone, t }) => {
  demand(person, 'customers');
  return { push: customerForm({ timezone, below: noteOf(view) }, t) };
};

/** In the card's place, over the list. */
const openEdit: Handler = async ({ value, view }, { db, person, t }) => {
  const account = await accountFor(db, value, person);
  return { show: customerForm({ account, timezone: account.timezone, below: belowOf(view) }, t) };
};

const submitCustomer: Handler = async ({ view, submission }, { db, person, now, t }) => {
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

const archive: Handler = async ({ value, view }, { db, person, now, t }) => {
  const card = await archiveCustomer(db, value, person, now);
  return { show: customerCardView(card, { below: belowOf(view) }, t) };
};

const restore: Handler = async ({ value, view }, { db, person, now, t }) => {
  const card = await restoreCustomer(db, value, person, now);
  return { show: customerCardView(card, { below: belowOf(view), done: t('card.restored') }, t) };
};

const mend: Handler = async ({ value, view }, { db, person, now, t }) => {
  const card = await cardOf(db, await mendChannel(db, value, person, now), now);
  return { show: customerCardView(card, { below: belowOf(view), done: t('card.mending') }, t) };
};

const timezones: OptionsHandler = async ({ text }, { person }) => {
  demand(person, 'customers');
  return findTimezones(text).map((zone) => ({ text: zone, value: zone }));
};

function belowOf(view: SentView | undefined): string | undefined {
  return view && notesOf(view).below;
}

export const customers = feature({
  name: 'customers',
  copy: { en, fr },
  commands: {
    customers: {
      run: openCustomers,
      help: { position: 70, lines: ({ sales }) => (sales ? ['help.customers'] : []) },
    },
  },
  actions: {
    [OPEN_CUSTOMERS]: openCustomers,
    [OPEN_CUSTOMER]: openCustomer,
    [NEW_CUSTOMER]: openNew,
    [EDIT_CUSTOMER]: openEdit,
    [ARCHIVE_CUSTOMER]: archive,
    [RESTORE_CUSTOMER]: restore,
    [MEND_CHANNEL]: mend,
  },
  inputs: { [CUSTOMERS]: { search, [NEXT_PAGE]: turnPage, [PREVIOUS_PAGE]: turnPage } },
  submissions: { [CUSTOMERS]: search, [CUSTOMER_FORM]: submitCustomer },
  refreshes: { [CUSTOMERS]: refresh },
  options: { [CUSTOMER_FORM]: { timezone: timezones } },
});
