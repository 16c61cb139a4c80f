import { USUAL_ROLES } from '../../src/domain/moodle-role';
import { SYSTEM } from '../../src/domain/person';
import { generateSeats } from '../../src/services/generate-seats';
import { findCustomer } from '../../src/storage/customers';
import { openDatabase } from '../../src/storage/database';
import { MORNING } from './people';

/** Generates ten thousand seats in a process of its own, and says when it begins and when it is done. */
async function main(url: string): Promise<void> {
  const db = openDatabase(url);
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
