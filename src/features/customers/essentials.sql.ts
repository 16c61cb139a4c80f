import type { Database } from '../../database/database';

/** Without them nothing can be sold, in the order in which one begins with them. */
export const ESSENTIALS = ['courses', 'products', 'customers'] as const;
export type Essential = (typeof ESSENTIALS)[number];

/** Of what a sale needs, what there is none of; what is archived or hidden does not count. */
export async function missingEssentials(db: Database): Promise<Essential[]> {
  const [course, product, customer] = [
    await db('courses').whereNull('hidden_at').first('id'),
    await db('products').whereNull('archived_at').first('id'),
    await db('customers').whereNull('archived_at').first('id'),
  ];
  const found = { courses: course, products: product, customers: customer };
  return ESSENTIALS.filter((name) => !found[name]);
}
