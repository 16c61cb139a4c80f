import type { Database } from '../../database/database';

/** A sale needs one of each; in set-up order. */
export const ESSENTIALS = ['courses', 'products', 'customers'] as const;
export type Essential = (typeof ESSENTIALS)[number];

/** The items that have no entry yet; archived or hidden entries do not count. */
export async function missingEssentials(db: Database): Promise<Essential[]> {
  const [course, product, customer] = [
    await db('courses').whereNull('hidden_at').first('id'),
    await db('products').whereNull('archived_at').first('id'),
    await db('customers').whereNull('archived_at').first('id'),
  ];
  const found = { courses: course, products: product, customers: customer };
  return ESSENTIALS.filter((name) => !found[name]);
}
