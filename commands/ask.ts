import type { Context, Handler, OptionsHandler } from '../src/feature';
import { chooseCustomerView } from '../src/features/customers/choose-customer.view';
import { customerOption } from '../src/features/customers/customer-option.view';
import { findCustomers } from '../src/features/customers/find-customers';
import { customerFor, type Hint, orderFor } from '../src/features/orders/find-customer-for';
import { declineRequest, openRequest } from '../src/features/requests/answer-request';
import { askForSeats, findProductsToAskFor } from '../src/features/requests/ask-for-seats';
import {
  askedView,
  askForSeatsForm,
  askView,
  declinedView,
  declineRequestForm,
  declineView,
} from '../src/features/requests/request.view';
import type { Answer } from '../src/slack/answers';
import { meantBy } from '../src/slack/button-values';
import type { SentView } from '../src/slack/sent-view';

/** Button value: an order that names the product, a customer, or empty. */
export const openAsk: Handler = async ({ value, channel }, context) =>
  showForm({ ...meantBy(value), channel }, context);

export const chooseCustomer: Handler = async ({ value }, context) => showForm({ customer: value }, context);

export const submitAsk: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  if (!askForSeatsForm.has(view, 'seats')) return showForm(hintOf(view), context);
  const { db, person, now, t } = context;
  const form = { ...askForSeatsForm.read(view), ...hintOf(view) };
  return { show: askedView(await askForSeats(db, form, person, now, submission), t) };
};

/** Asks for the reason; declines nothing yet. */
export const openDecline: Handler = async ({ value }, { db, person, t }) => ({
  show: declineView(await openRequest(db, value, person), t),
});

export const submitDecline: Handler = async ({ view, submission }, { db, person, now, t }) => {
  if (!view) return undefined;
  const { request = '' } = declineRequestForm.notes(view);
  const { reason = '' } = declineRequestForm.read(view);
  return { show: declinedView(await declineRequest(db, { request, reason }, person, now, submission), t) };
};

export const customersToAskFor: OptionsHandler = async ({ text }, { db, person }) => {
  const customers = await findCustomers(db, text, person, 'ask');
  return customers.map(customerOption);
};

export const products: OptionsHandler = async ({ text, view }, { db, person }) => {
  const found = await findProductsToAskFor(db, view ? hintOf(view) : {}, text, person);
  return found.map(({ name, code }) => ({ text: name, value: code, description: code }));
};

async function showForm(hint: Hint, { db, person, t }: Context): Promise<Answer> {
  const customer = await customerFor(db, hint, person, 'ask');
  if (!customer) {
    const settings = { title: t('title.ask'), submit: t('action.continue'), question: t('ask.choose_customer') };
    return { show: chooseCustomerView(askForSeatsForm, settings, t) };
  }
  const product = hint.pool ? (await orderFor(db, hint.pool, person, 'ask')).product : undefined;
  return { show: askView(customer, product, t) };
}

function hintOf(view: SentView): Hint {
  return { customer: askForSeatsForm.read(view).customer ?? askForSeatsForm.notes(view).customer };
}
