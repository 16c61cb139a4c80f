import type { Instant } from '../core/time';
import type { Database } from '../database/database';
import { LIVE } from './outbox';
import type { Destination } from './outbox-entry';

/** The first instant after the given one at which an entry becomes due; undefined when none waits for its time. */
export async function nextDue(db: Database, destination: Destination, after: Instant): Promise<Instant | undefined> {
  const row = await db('outbox')
    .whereRaw(LIVE)
    .where({ destination })
    .where('due_at', '>', after)
    .min({ due: 'due_at' })
    .first();
  return row?.due ?? undefined;
}
