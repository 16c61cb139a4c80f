import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { forgetHomes } from './homes.sql';

const RETENTION_DAYS = 30;

/** Homes that nobody has opened for a month are no longer kept up to date. */
export async function forgetOldHomes(db: Database, now: Now): Promise<void> {
  await forgetHomes(db, toInstant(now.minus({ days: RETENTION_DAYS })));
}
