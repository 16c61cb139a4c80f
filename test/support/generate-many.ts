import { SYSTEM } from '../../src/core/person';
import { findCustomer } from '../../src/features/customers/customers.sql';
import { generateSeats } from '../../src/features/orders/generate-seats';
import { USUAL_ROLES } from '../../src/moodle/moodle-role';
import { openProductDatabase } from '../../src/product-database';
import { MORNING } from './people';

/** Generates ten thousand seats in a separate process, and reports the start and the end. */
async function main(url: string): Promise<void> {
  const db = openProductDatabase(url);
  await findCustomer(db, 'ACME');
  console.log('begins');
  const form = { customer: 'ACME', product: 'ANY-SEAT', quantity: 10_000, externalReference: undefined };
  await generateSeats(db, { ...form, assignBy: undefined }, SYSTEM, { now: MORNING, roles: USUAL_ROLES });
  console.log('done');
  await db.destroy();
}

main(process.argv[2] ?? '').catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
