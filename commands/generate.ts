import type { Handler, OptionsHandler } from '../src/context';
import { MOST_UNITS } from '../src/domain/order';
import { demand } from '../src/domain/permission';
import { findCustomers, findProducts } from '../src/services/find-options';
import { generateSeats } from '../src/services/generate-seats';
import { inputValue } from '../src/slack/form';
import { customerOption, generateForm, productSummary } from '../src/slack/views/generate-form';
import { generatedView } from '../src/slack/views/order';
import { findCustomerOfChannel } from '../src/storage/customers';
import { findProduct } from '../src/storage/products';

/** For the customer of the channel it was asked from, where there is one. */
export const openGenerate: Handler = async ({ channel }, { db, person, t }) => {
  demand(person, 'generate');
  const customer = channel ? await findCustomerOfChannel(db, channel) : undefined;
  return { show: generateForm({ customer }, t) };
};

/** Shows the terms of the product just chosen. */
export const chooseProduct: Handler = async ({ value }, { db, person, t }) => {
  demand(person, 'generate');
  return { show: generateForm({ product: await findProduct(db, value) }, t) };
};

export const submitGenerate: Handler = async ({ view, submission }, { db, person, now, t }) => {
  if (!view) return undefined;
  const form = {
    customer: inputValue(view, 'customer'),
    product: inputValue(view, 'product'),
    quantity: readQuantity(inputValue(view, 'quantity')),
    externalReference: inputValue(view, 'reference'),
    assignBy: inputValue(view, 'assign_by'),
  };
  return { show: generatedView(await generateSeats(db, form, person, now, submission), t) };
};

export const customersToSellTo: OptionsHandler = async ({ text }, { db, person }) => {
  const customers = await findCustomers(db, text, person, 'generate');
  return customers.map(customerOption);
};

export const productsToSell: OptionsHandler = async ({ text }, { db, person, t }) => {
  const products = await findProducts(db, text, person);
  return products.map((product) => ({
    text: product.name,
    value: product.code,
    description: productSummary(product, t),
  }));
};

/** Anything but plain digits is out of range, whatever a client sends. */
function readQuantity(typed: string | undefined): number {
  return typed && /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : MOST_UNITS + 1;
}
