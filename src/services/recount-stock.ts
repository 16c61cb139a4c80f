import { type Now, today, toInstant } from '../domain/time';
import { staleStock } from '../storage/customer-stock';
import { zonesOfCustomers } from '../storage/customers';
import type { Database } from '../storage/database';
import { queueHomesOfMany } from './follow-homes';

/** Has what customers have left counted again where the new day let seats expire. Safe to call often. */
export async function recountStock(db: Database, now: Now): Promise<void> {
  for (const zone of await zonesOfCustomers(db)) {
    const stale = await staleStock(db, { zone, day: today(now, zone) });
    if (stale.length > 0) await db.transaction((tx) => queueHomesOfMany(tx, stale, toInstant(now)));
  }
}
