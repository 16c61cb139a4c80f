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
import { openRequest } from '../requests/answer-request';
import type { SeatRequest } from '../requests/request';

/** What is chosen so far in the form of an order, each by its name there. */
interface Choice {
  customer: string | undefined;
  product: string | undefined;
  request: string | undefined;
}

interface Chosen {
  customer: Customer | undefined;
  product: Product | undefined;
  request: SeatRequest | undefined;
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
  const request = choice.request ? await openRequest(db, choice.request, by) : undefined;
  const timezone = customer?.timezone ?? when.timezone;
  const findings = product ? await findingsOf(db, product, { ...when, timezone }) : [];
  const errors = findings.filter(({ level }) => level === 'error');
  const isOfUse = !product || (await matchesOf(db, product.courses)).count > 0;
  return { customer, product, request, errors, isOfUse };
}
