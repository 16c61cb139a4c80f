import type { Customer } from '../domain/customer';
import { demand } from '../domain/permission';
import type { Person } from '../domain/person';
import type { Product } from '../domain/product';
import type { SeatRequest } from '../domain/request';
import { findCustomer } from '../storage/customers';
import type { Database } from '../storage/database';
import { findProduct } from '../storage/products';
import { openRequest } from './answer-request';

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
}

export async function reviewOrder(db: Database, choice: Choice, by: Person): Promise<Chosen> {
  demand(by, 'generate');
  const { customer, product, request } = choice;
  return {
    customer: customer ? await findCustomer(db, customer) : undefined,
    product: product ? await findProduct(db, product) : undefined,
    request: request ? await openRequest(db, request, by) : undefined,
  };
}
