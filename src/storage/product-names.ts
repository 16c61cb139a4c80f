import type { ProductName } from '../domain/coordinator';
import type { Database } from './database';

/** What products are called, archived ones too, in the order of their names. */
export async function findProductNames(db: Database, ids: readonly number[]): Promise<ProductName[]> {
  if (ids.length === 0) return [];
  return db('products')
    .whereIn('id', [...ids])
    .orderBy(['name', 'id'])
    .select('id', 'code', 'name');
}
