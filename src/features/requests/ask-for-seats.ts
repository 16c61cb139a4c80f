import { type Refusal, refuseAny, UserError } from '../../core/errors';
import { can, productsOf } from '../../core/permission';
import type { Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { idempotent } from '../../database/idempotent';
import { record } from '../../database/ledger';
import { MAX_FOUND } from '../../database/search';
import { customerFor, type Hint, theCustomerFor } from '../orders/find-customer-for';
import { hasBought } from '../orders/orders.sql';
import type { Product } from '../products/product';
import { findProduct, searchProducts } from '../products/products.sql';
import { MAX_SEATS_ASKED, MAX_WHY_LENGTH, requestReference, type SeatRequest } from './request';
import { seatsAsked } from './request-changes';
import { getRequest, insertRequest } from './requests.sql';

export interface AskForm extends Hint {
  product: string | undefined;
  seats: number;
  reason: string | undefined;
}

/** Products that the customer has come first, then all others on sale; without those that the person may not assign. */
export async function findProductsToAskFor(db: Database, hint: Hint, search: string, by: Person): Promise<Product[]> {
  const customer = await customerFor(db, hint, by, 'ask');
  if (!customer) return [];
  const only = productsOf(by, customer.id);
  const bought = await searchProducts(db, search, { boughtBy: customer.id, only });
  const known = new Set(bought.map(({ id }) => id));
  const onSale = await searchProducts(db, search, { only });
  return [...bought, ...onSale.filter(({ id }) => !known.has(id))].slice(0, MAX_FOUND);
}

/** Asks sales for seats of a product that is on sale, or that the customer has bought before. */
export async function askForSeats(
  db: Database,
  form: AskForm,
  by: Person,
  now: Now,
  submission?: string,
): Promise<SeatRequest> {
  return idempotent(db, submission, by, now, {
    run: (tx) => ask(tx, form, by, now),
    load: (tx, id) => getRequest(tx, Number(id)),
  });
}

async function ask(tx: Database, form: AskForm, by: Person, now: Now): Promise<string> {
  const customer = await theCustomerFor(tx, form, by, 'ask');
  const product = form.product ? await findProduct(tx, form.product) : undefined;
  const isTheirs = product && can(by, 'ask', { customerId: customer.id, productId: product.id });
  const isKnown = isTheirs && (!product.archived || (await hasBought(tx, customer.id, product.id)));
  const { seats } = form;
  const reason = form.reason?.trim() ?? '';
  const refusals: Refusal[] = [];
  if (!isKnown) refusals.push({ code: 'product.unknown', field: 'product' });
  if (!Number.isInteger(seats) || seats < 1 || seats > MAX_SEATS_ASKED) {
    refusals.push({ code: 'seats.range', field: 'seats', details: { most: MAX_SEATS_ASKED } });
  }
  if (reason.length > MAX_WHY_LENGTH) {
    refusals.push({ code: 'text.too_long', field: 'reason', details: { most: MAX_WHY_LENGTH } });
  }
  refuseAny(refusals);
  if (!product) throw new UserError({ code: 'form.stale' });
  const at = toInstant(now);
  const id = await insertRequest(tx, { customer, product, seats, reason, askedAt: at, askedBy: by });
  const after = { customer: customer.code, product: product.code, seats };
  const details = { subject: requestReference(id), customerId: customer.id, after, ...(reason && { reason }) };
  await record(tx, by, now, seatsAsked(details, { id }));
  return String(id);
}
