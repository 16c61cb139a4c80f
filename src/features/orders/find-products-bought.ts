import { productsOf } from '../../core/permission';
import type { Person } from '../../core/person';
import type { Database } from '../../database/database';
import type { Product } from '../products/product';
import { searchProducts } from '../products/products.sql';
import { customerFor, type Hint } from './find-customer-for';

/** Products that the customer ever bought and the person may see; at most 100. */
export async function findProductsBought(db: Database, hint: Hint, search: string, by: Person): Promise<Product[]> {
  const customer = await customerFor(db, hint, by, 'list');
  if (!customer) return [];
  return searchProducts(db, search, { boughtBy: customer.id, only: productsOf(by, customer.id) });
}
