import { demand } from '../src/core/permission';
import { feature, type Handler, type OptionsHandler } from '../src/feature';
import { archiveCustomer, restoreCustomer } from '../src/features/customers/archive-customer';
import { brokenChannel } from '../src/features/customers/broken-channel.messages';
import { en, fr } from '../src/features/customers/copy';
import {
  ARCHIVE_CUSTOMER,
  customerCardView,
  EDIT_CUSTOMER,
  REPAIR_CHANNEL,
  RESTORE_CUSTOMER,
} from '../src/features/customers/customer-card.view';
import {
  channelStateChanged,
  customerArchived,
  customerCreated,
  customerRestored,
  customerUpdated,
} from '../src/features/customers/customer-changes';
import {
  checkChannel,
  createChannel,
  enterChannel,
  setUpChannels,
} from '../src/features/customers/customer-channel.messages';
import { customerForm, customerFormView } from '../src/features/customers/customer-form.view';
import {
  customersForm,
  customersView,
  NEW_CUSTOMER,
  OPEN_CUSTOMER,
  OPEN_CUSTOMERS,
} from '../src/features/customers/customers.view';
import { accountFor, cardOf, customerCard } from '../src/features/customers/find-customer-card';
import { listCustomers } from '../src/features/customers/list-customers';
import { onChannelChanged } from '../src/features/customers/on-channel-changed';
import { repairChannel } from '../src/features/customers/repair-channel';
import { noticeReached, reportBroken } from '../src/features/customers/report-channel';
import { createCustomer, editCustomer } from '../src/features/customers/save-customer';
import { findTimezones } from '../src/features/customers/timezones';
import { welcomeCustomer } from '../src/features/customers/welcome.messages';
import { NEXT_PAGE, PREVIOUS_PAGE } from '../src/slack/paging';
import { belowOf, noteOf } from '../src/slack/sent-view';

/** Fits the view's metadata; longer than any real name. */
const MAX_SEARCH = 100;

/** Text after the command is the search. */
const openCustomers: Handler = async ({ text }, { db, person, now, t }) => ({
  show: customersView(await listCustomers(db, { search: text.slice(0, MAX_SEARCH), page: 0 }, person, now), t),
});

const search: Handler = async ({ view }, { db, person, now, t }) => {
  const search = (view && customersForm.read(view).search) ?? '';
  return { show: customersView(await listCustomers(db, { search, page: 0 }, person, now), t) };
};

const turnPage: Handler = async ({ view, value }, { db, person, now, t }) => {
  const { typed: search = '' } = customersForm.notes(view);
  return { show: customersView(await listCustomers(db, { search, page: Number(value) }, person, now), t) };
};

/** Reloads the page in view. */
const refresh: Handler = async (request, context) =>
  turnPage({ ...request, value: customersForm.notes(request.view).page ?? '0' }, context);

const openCustomer: Handler = async ({ value, view }, { db, person, now, t }) => ({
  push: customerCardView(await customerCard(db, value, person, now), { below: noteOf(view) }, t),
});

const openNew: Handler = async ({ view }, { person, timezone, t }) => {
  demand(person, 'customers');
  return { push: customerFormView({ timezone, below: noteOf(view) }, t) };
};

/** Replaces the card; the list stays below. */
const openEdit: Handler = async ({ value, view }, { db, person, t }) => {
  const account = await accountFor(db, value, person);
  return { show: customerFormView({ account, timezone: account.timezone, below: belowOf(view) }, t) };
};

const submitCustomer: Handler = async ({ view, submission }, { db, person, now, t }) => {
  if (!view) return undefined;
  const { customer, version } = customerForm.notes(view);
  const { code, new_channel: newChannel, language: locale, ...entered } = customerForm.read(view);
  const form = { ...entered, newChannel, locale };
  const card = customer
    ? await editCustomer(db, { ...form, customer, version: Number(version) }, person, now, submission)
    : await createCustomer(db, { ...form, code }, person, now, submission);
  const done = t(card.account.newChannel ? 'card.saved_making' : 'card.saved');
  return { show: customerCardView(card, { below: belowOf(view), done }, t) };
};

/** Redraws the form with the current values after someone else has changed the customer. */
const refreshForm: Handler = async ({ view }, { db, person, t }) => {
  const account = await accountFor(db, customerForm.notes(view).customer ?? '', person);
  return { show: customerFormView({ account, timezone: account.timezone, below: belowOf(view) }, t) };
};

const archive: Handler = async ({ value, view }, { db, person, now, t }) => {
  const card = await archiveCustomer(db, value, person, now);
  return { show: customerCardView(card, { below: belowOf(view) }, t) };
};

const restore: Handler = async ({ value, view }, { db, person, now, t }) => {
  const card = await restoreCustomer(db, value, person, now);
  return { show: customerCardView(card, { below: belowOf(view), done: t('card.restored') }, t) };
};

const repair: Handler = async ({ value, view }, { db, person, now, t }) => {
  const card = await cardOf(db, await repairChannel(db, value, person, now), now);
  return { show: customerCardView(card, { below: belowOf(view), done: t('card.repairing') }, t) };
};

const timezones: OptionsHandler = async ({ text }, { person }) => {
  demand(person, 'customers');
  return findTimezones(text).map((zone) => ({ text: zone, value: zone }));
};

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
    [REPAIR_CHANNEL]: repair,
  },
  inputs: { [customersForm.id]: { search, [NEXT_PAGE]: turnPage, [PREVIOUS_PAGE]: turnPage } },
  submissions: { [customersForm.id]: search, [customerForm.id]: submitCustomer },
  refreshes: { [customersForm.id]: refresh, [customerForm.id]: refreshForm },
  options: { [customerForm.id]: { timezone: timezones } },
  messages: [createChannel, enterChannel, checkChannel, brokenChannel, welcomeCustomer],
  changes: [customerCreated, customerUpdated, customerArchived, customerRestored, channelStateChanged],
  on: [setUpChannels, noticeReached, reportBroken],
  onChannelChange: onChannelChanged,
});
