import type { Day, Instant } from '../domain/time';
import type { Database } from './database';
import { insertFrom } from './insert-from';
import { AT_ONCE } from './outbox';

/** How a customer's board is called among the standing messages. */
export function boardSubject(customerId: number): string {
  return `board:${customerId}`;
}

const HAS_ORDERS = 'exists (select 1 from orders where orders.customer_id = customers.id)';
const HAS_EXPIRED = `exists (select 1 from orders where orders.customer_id = customers.id
  and orders.assign_by >= standing_messages.shown_on and orders.assign_by < ?
  and exists (select 1 from seats where order_id = orders.id and state = 'unassigned'))`;

/** Zones in which customers have a channel. */
export async function boardZones(db: Database): Promise<string[]> {
  const rows = await db('customers').whereNotNull('channel').distinct('timezone');
  return rows.map(({ timezone }) => timezone);
}

/**
 * Queues the boards of a zone that the new day made untrue (seats expired since they were last shown, or a month began), and
 * those that are missing; each once a day. Returns how many.
 */
export async function queueOutdatedBoards(db: Database, zone: string, day: Day, at: Instant): Promise<number> {
  const month = day.slice(0, 7);
  const about = "'board.refresh:' || customers.id";
  const outdated = db('customers')
    .leftJoin('standing_messages', 'standing_messages.subject', db.raw("'board:' || customers.id"))
    .where({ timezone: zone })
    .whereNotNull('customers.channel')
    .where((wanted) =>
      wanted
        .where((missing) => missing.whereNull('standing_messages.subject').whereRaw(HAS_ORDERS))
        .orWhere('shown_on', '<', month)
        .orWhere((changed) => changed.where('shown_on', '<', day).whereRaw(HAS_EXPIRED, [day])),
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
