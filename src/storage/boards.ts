import type { Day, Instant } from '../domain/time';
import type { Database } from './database';
import { insertFrom } from './insert-from';
import { AT_ONCE } from './outbox';

/** How a customer's board is called among the standing messages. */
export function boardSubject(customerId: number): string {
  return `board:${customerId}`;
}

/** Zones in which customers have a board. */
export async function boardZones(db: Database): Promise<string[]> {
  const rows = await db('customers').whereNotNull('channel').distinct('timezone');
  return rows.map(({ timezone }) => timezone);
}

/**
 * Queues the boards of a zone that the new day made untrue: seats expired since they were last shown, or a month began.
 * Returns how many.
 */
export async function queueOutdatedBoards(db: Database, zone: string, day: Day, at: Instant): Promise<number> {
  const month = day.slice(0, 7);
  const about = "'board.refresh:' || customers.id";
  const outdated = db('customers')
    .join('standing_messages', 'standing_messages.subject', db.raw("'board:' || customers.id"))
    .where({ timezone: zone })
    .where('shown_on', '<', day)
    .where((changed) =>
      changed
        .where('shown_on', '<', month)
        .orWhereExists(
          db('orders')
            .whereRaw('orders.customer_id = customers.id')
            .whereRaw('orders.assign_by >= standing_messages.shown_on')
            .where('orders.assign_by', '<', day)
            .whereRaw("exists (select 1 from seats where order_id = orders.id and state = 'unassigned')")
            .select(db.raw('1')),
        ),
    )
    .select(
      db.raw(
        `${about} || ':' || cast(? as text), ${about}, 'board.refresh', cast(customers.id as text),
        coalesce(customers.channel, ${about}), 'pending', 0, 1, cast(? as text), '${AT_ONCE}'`,
        [day, at],
      ),
    );
  const columns = 'dedupe_key, coalesce_key, kind, subject, lane, state, attempts, priority, created_at, due_at';
  return insertFrom(db, `outbox (${columns})`, outdated);
}
