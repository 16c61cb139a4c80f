import { demand } from '../src/core/permission';
import type { Handler, OptionsHandler } from '../src/feature';
import { customerOption } from '../src/features/customers/customer-option.view';
import { customerOfChannel, findCustomers } from '../src/features/customers/find-customers';
import { coursesOfOrder } from '../src/features/orders/courses-of-order';
import { theCustomerFor } from '../src/features/orders/find-customer-for';
import { generateSeatsForm, generateView } from '../src/features/orders/generate-form.view';
import { demandSomethingToSell, generateSeats } from '../src/features/orders/generate-seats';
import { generatedView } from '../src/features/orders/order.view';
import { reviewMore, reviewOrder } from '../src/features/orders/review-order';
import { findProducts } from '../src/features/products/find-products';
import { productOption } from '../src/features/products/product-words.view';
import { openRequest } from '../src/features/requests/answer-request';
import { parseRequestReference } from '../src/features/requests/request';
import { meantBy } from '../src/slack/button-values';

/** Begins with the customer and product of the request, order or customer that the button names, or the channel's. */
export const openGenerate: Handler = async ({ value, channel }, context) => {
  const { db, person, t } = context;
  demand(person, 'generate');
  if (parseRequestReference(value) !== undefined) {
    const { customer, product, seats } = await openRequest(db, value, person);
    const request = { reference: value, seats, product };
    const chosen = { customer: customer.code, product: product.code, request };
    return { show: generateView(await reviewOrder(db, chosen, person, context), t) };
  }
  await demandSomethingToSell(db);
  const { customer: named, pool: order } = meantBy(value);
  if (order) return { show: generateView(await reviewMore(db, order, person, context), t) };
  if (named) {
    const customer = await theCustomerFor(db, { customer: named }, person, 'generate');
    return { show: generateView({ customer }, t) };
  }
  return { show: generateView({ customer: await customerOfChannel(db, channel) }, t) };
};

/** Shows the chosen product's terms for the chosen customer. */
export const reviewTerms: Handler = async ({ view }, context) => {
  const { db, person, t } = context;
  demand(person, 'generate');
  if (!view) return undefined;
  const { request: reference } = generateSeatsForm.notes(view);
  const asked = reference ? await openRequest(db, reference, person) : undefined;
  const request = asked && reference ? { reference, seats: asked.seats, product: asked.product } : undefined;
  const entered = generateSeatsForm.read(view);
  const chosen = await reviewOrder(db, { ...entered, request }, person, context);
  return { show: generateView({ ...chosen, entered }, t) };
};

export const submitGenerate: Handler = async ({ view, submission }, { db, person, now, roles, moodle, t }) => {
  if (!view) return undefined;
  const { reference: externalReference, assign_by: assignBy, ...entered } = generateSeatsForm.read(view);
  const form = { ...entered, externalReference, assignBy, ...generateSeatsForm.notes(view) };
  const settings = { now, roles, enrols: moodle !== undefined };
  const order = await generateSeats(db, form, person, settings, submission);
  return { show: generatedView(order, await coursesOfOrder(db, order), t) };
};

export const customersToSellTo: OptionsHandler = async ({ text }, { db, person }) => {
  const customers = await findCustomers(db, text, person, 'generate');
  return customers.map(customerOption);
};

export const productsToSell: OptionsHandler = async ({ text }, { db, person, t }) => {
  const products = await findProducts(db, text, person);
  return products.map((product) => productOption(product, t));
};
