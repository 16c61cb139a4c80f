import type { Database } from '../../database/database';
import { ESSENTIALS, type Essential } from './home';

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
