import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import type { Database } from '../../database/database';
import type { Product } from './product';
import { searchProducts } from './products.sql';

/** Products on sale, by name or code; the first hundred. */
export async function findProducts(db: Database, search: string, by: Person): Promise<Product[]> {
  demand(by, 'generate');
  return searchProducts(db, search);
}
