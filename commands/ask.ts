import type { Context, Handler, OptionsHandler } from '../src/context';
import { customerFor, type Hint, orderFor } from '../src/services/access';
import { declineRequest, openRequest } from '../src/services/answer-request';
import { askForSeats } from '../src/services/ask-for-seats';
import { findCustomers, findProductsBought } from '../src/services/find-options';
import type { Answer } from '../src/slack/answers';
import { hasInput, inputNumber, inputValue, notesOf, type SentView } from '../src/slack/form';
import { chooseCustomerForm } from '../src/slack/views/choose-customer';
import { customerOption } from '../src/slack/views/generate-form';
import { ASK_FOR_SEATS } from '../src/slack/views/ids';
import { askedView, askForm, declinedView, declineForm } from '../src/slack/views/request';

/** The value of the button is an order of the product that is meant, or nothing. */
export const openAsk: Handler = async ({ value, channel }, context) =>
  showForm({ pool: value || undefined, channel }, context);

export const chooseCustomer: Handler = async ({ value }, context) => showForm({ customer: value }, context);

export const submitAsk: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  if (!hasInput(view, 'seats')) return showForm(hintOf(view), context);
  const { db, person, now, t } = context;
  const form = {
    ...hintOf(view),
    product: inputValue(view, 'product'),
    seats: inputNumber(view, 'seats'),
    reason: inputValue(view, 'reason'),
  };
  return { show: askedView(await askForSeats(db, form, person, now, submission), t) };
};

/** Asks for the reason; nothing is declined yet. */
export const openDecline: Handler = async ({ value }, { db, person, t }) => ({
  show: declineForm(await openRequest(db, value, person), t),
});

export const submitDecline: Handler = async ({ view, submission }, { db, person, now, t }) => {
  if (!view) return undefined;
  const form = { request: notesOf(view).request ?? '', reason: inputValue(view, 'reason') ?? '' };
  return { show: declinedView(await declineRequest(db, form, person, now, submission), t) };
};

export const customersToAskFor: OptionsHandler = async ({ text }, { db, person }) => {
  const customers = await findCustomers(db, text, person, 'ask');
  return customers.map(customerOption);
};

export const products: OptionsHandler = async ({ text, view }, { db, person }) => {
  const found = await findProductsBought(db, view ? hintOf(view) : {}, text, person);
  return found.map(({ name, code }) => ({ text: name, value: code, description: code }));
};

async function showForm(hint: Hint, { db, person, t }: Context): Promise<Answer> {
  const customer = await customerFor(db, hint, person, 'ask');
  if (!customer) {
    const settings = { id: ASK_FOR_SEATS, title: t('title.ask'), submit: t('action.continue') };
    return { show: chooseCustomerForm(settings, t('ask.choose_customer'), t) };
  }
  const product = hint.pool ? (await orderFor(db, hint.pool, person, 'ask')).product : undefined;
  return { show: askForm(customer, product, t) };
}

function hintOf(view: SentView): Hint {
  return { customer: inputValue(view, 'customer') ?? notesOf(view).customer };
}
