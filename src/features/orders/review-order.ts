import type { Customer } from '../../core/customer';
import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import type { Database } from '../../database/database';
import { matchesOf } from '../courses/match-courses';
import { findCustomer } from '../customers/customers.sql';
import { findingsOf, type When } from '../products/check-products';
import type { Product } from '../products/product';
import type { Finding } from '../products/product-finding';
import { findProduct } from '../products/products.sql';
import { orderFor } from './find-customer-for';

/** Codes chosen so far in the generate form, under the names of its fields. */
interface Choice {
  customer: string | undefined;
  product: string | undefined;
  /** The request for seats that the order answers. */
  request: AskedSeats | undefined;
}

/** Seats requested by a customer. */
export interface AskedSeats {
  reference: string;
  seats: number;
  product: { name: string };
}

interface Chosen {
  customer: Customer | undefined;
  product: Product | undefined;
  request: AskedSeats | undefined;
  /** Errors that prevent the sale of the product. */
  errors: readonly Finding[];
  /** At least one course matches the product. */
  isOfUse: boolean;
}

/** More of what that order sold, as far as it is still on sale. */
export async function reviewMore(db: Database, reference: string, by: Person, when: When): Promise<Chosen> {
  const { customer, product } = await orderFor(db, reference, by, 'generate');
  const isSold = (await findProduct(db, product.code))?.archived === false;
  const choice = { customer: customer.code, product: isSold ? product.code : undefined, request: undefined };
  return reviewOrder(db, choice, by, when);
}

/** Checks customer and product before the sale, so that problems show in the form. */
export async function reviewOrder(db: Database, choice: Choice, by: Person, when: When): Promise<Chosen> {
  demand(by, 'generate');
  const customer = choice.customer ? await findCustomer(db, choice.customer) : undefined;
  const product = choice.product ? await findProduct(db, choice.product) : undefined;
  const timezone = customer?.timezone ?? when.timezone;
  const findings = product ? await findingsOf(db, product, { ...when, timezone }) : [];
  const errors = findings.filter(({ level }) => level === 'error');
  const isOfUse = !product || (await matchesOf(db, product.courses)).count > 0;
  return { customer, product, request: choice.request, errors, isOfUse };
}
