import { readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import type { Config } from '../config';
import { SYSTEM } from '../core/person';
import type { Now } from '../core/time';
import type { Database } from '../database/database';
import { searchCustomers } from '../features/customers/customers.sql';
import { readCatalogue } from '../features/imports/catalogue-file';
import { importCatalogue } from '../features/imports/import-catalogue';
import { DEMONSTRATION_FILE } from '../playground/source-files';

/** Fills an empty database, once. */
export async function loadDemonstration(db: Database, defaults: Pick<Config, 'timezone' | 'locale'>): Promise<void> {
  const [customer] = await searchCustomers(db, '');
  if (customer) return;
  const read = readCatalogue(readFileSync(DEMONSTRATION_FILE, 'utf8'), defaults);
  if ('errors' in read) throw new Error(read.errors.map(({ line, message }) => `line ${line}: ${message}`).join('\n'));
  await importCatalogue(db, read.catalogue, SYSTEM, DateTime.utc() as Now);
}
