import { type Now, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { zonesOfCustomers } from '../customers/customers.sql';
import { staleStock } from './customer-stock.sql';
import { queueHomesOfMany } from './home-changed.messages';

/** Queues a new count for customers whose seats expired with the new day. Safe to call often. */
export async function recountStock(db: Database, now: Now): Promise<void> {
  for (const zone of await zonesOfCustomers(db)) {
    const stale = await staleStock(db, { zone, day: today(now, zone) });
    if (stale.length > 0) await db.transaction((tx) => queueHomesOfMany(tx, stale, toInstant(now)));
  }
}
