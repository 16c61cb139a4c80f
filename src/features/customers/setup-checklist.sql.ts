import { SETUP_STEPS, type SetupStep } from '../../core/setup-checklist';
import type { Database } from '../../database/database';

/** The items that have no entry yet; archived or hidden entries do not count. */
export async function missingSetupSteps(db: Database): Promise<SetupStep[]> {
  const [course, product, customer] = [
    await db('courses').whereNull('hidden_at').first('id'),
    await db('products').whereNull('archived_at').first('id'),
    await db('customers').whereNull('archived_at').first('id'),
  ];
  const found = { courses: course, products: product, customers: customer };
  return SETUP_STEPS.filter((name) => !found[name]);
}
