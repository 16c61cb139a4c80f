import type { ProductName } from '../../core/coordinator';
import { foldKey } from '../../core/text';
import { chunks } from '../../database/chunks';
import type { Database } from '../../database/database';

/** Names of the products, including archived ones, in alphabetical order. */
export async function findProductNames(db: Database, ids: readonly number[]): Promise<ProductName[]> {
  if (ids.length === 0) return [];
  return db('products')
    .whereIn('id', [...ids])
    .orderBy(['name', 'id'])
    .select('id', 'code', 'name');
}

/** The existing products, including archived ones, by folded code. */
export async function findProductsByCode(db: Database, codes: readonly string[]): Promise<Map<string, ProductName>> {
  const found = new Map<string, ProductName>();
  for (const keys of chunks(codes.map(foldKey))) {
    const rows = await db('products').whereIn('code_key', keys).select('id', 'code', 'name');
    for (const row of rows) found.set(foldKey(row.code), row);
  }
  return found;
}
