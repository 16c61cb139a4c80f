import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { Config } from '../config';
import { SYSTEM } from '../domain/person';
import type { Now } from '../domain/time';
import { readCatalogue } from '../integrations/catalogue-file';
import { importCatalogue } from '../services/import-catalogue';
import { searchCustomers } from '../storage/customers';
import type { Database } from '../storage/database';
import { castMember } from './cast';

export const DEMONSTRATION_FILE = join(__dirname, 'demonstration.yaml');

/** Who has which role in the local workspace. */
export const ROLES: Pick<Config, 'sales' | 'admins'> = {
  sales: { users: [castMember('sonia').userId] },
  admins: [castMember('ada').userId],
};

/** Fills an empty database, once. */
export async function loadDemonstration(db: Database, defaults: Pick<Config, 'timezone' | 'locale'>): Promise<void> {
  const [customer] = await searchCustomers(db, '');
  if (customer) return;
  const read = readCatalogue(readFileSync(DEMONSTRATION_FILE, 'utf8'), defaults);
  if ('errors' in read) throw new Error(read.errors.map(({ line, message }) => `line ${line}: ${message}`).join('\n'));
  await importCatalogue(db, read.catalogue, SYSTEM, DateTime.utc() as Now);
}
