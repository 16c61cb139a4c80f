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

/** What is chosen so far in the form of an order, each by its name there. */
interface Choice {
  customer: string | undefined;
  product: string | undefined;
  /** The request for seats that the order answers. */
  request: AskedSeats | undefined;
}

/** Seats that a customer asked for. */
export interface AskedSeats {
  reference: string;
  seats: number;
  product: { name: string };
}

interface Chosen {
  customer: Customer | undefined;
  product: Product | undefined;
  request: AskedSeats | undefined;
  /** Why the product cannot be sold. */
  errors: readonly Finding[];
  /** Whether there is a course to assign its seats to. */
  isOfUse: boolean;
}

/** What is known before anything is sold, so that nobody finds out afterwards. */
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
