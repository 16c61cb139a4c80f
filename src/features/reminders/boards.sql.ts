import type { Day, Instant } from '../../core/time';
import { chunks } from '../../database/chunks';
import type { Database } from '../../database/database';
import { insertFrom } from '../../database/insert-from';
import { AT_ONCE } from '../../outbox/outbox';

/** How a customer's board is called among the standing messages. */
export function boardSubject(customerId: number): string {
  return `board:${customerId}`;
}

const BOARD = "'board:' || customers.id";
const HAS_ORDERS = 'exists (select 1 from orders where orders.customer_id = customers.id)';
const HAS_EXPIRED = `exists (select 1 from orders where orders.customer_id = customers.id
  and orders.assign_by >= standing_messages.shown_on and orders.assign_by < ?
  and exists (select 1 from seats where order_id = orders.id and state = 'unassigned'))`;
/** Ten thousand boards are not looked at in the same minute, and all of them by eight, before people are at work. */
const IS_ITS_HOUR = 'customers.id % 8 <= ?';

/** The columns of a board's outbox entry. */
const COLUMNS = [
  'dedupe_key',
  'coalesce_key',
  'kind',
  'subject',
  'lane',
  'state',
  'attempts',
  'priority',
  'created_at',
  'due_at',
] as const;

/** Zones in which customers have a channel. The boards of those that are archived stay as they are. */
export async function boardZones(db: Database): Promise<string[]> {
  const rows = await db('customers').whereNull('archived_at').whereNotNull('channel').distinct('timezone');
  return rows.map(({ timezone }) => timezone);
}

/** A moment as customers of one zone see it. */
interface LocalHour {
  zone: string;
  day: Day;
  /** From 0 to 23. */
  hour: number;
}

/** Which of the customers have a board somewhere, or are to have one. */
export async function withBoards(db: Database, customerIds: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  for (const ids of chunks(customerIds)) {
    const rows = await db('customers')
      .leftJoin('standing_messages', 'standing_messages.subject', db.raw(BOARD))
      .whereIn('customers.id', ids)
      .where((one) => one.whereNotNull('standing_messages.subject').orWhereRaw(HAS_ORDERS))
      .select('customers.id');
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

/**
 * Queues the boards of a zone that nobody has looked at on that day, since somebody may have deleted them: at an hour of
 * their own, at once where the new day made them untrue (seats expired since they were last shown, or a month began). And
 * those that are missing. Each once a day. Returns how many.
 */
export async function queueOutdatedBoards(db: Database, { zone, day, hour }: LocalHour, at: Instant): Promise<number> {
  const month = day.slice(0, 7);
  const about = "'board.refresh:' || customers.id";
  const outdated = db('customers')
    .leftJoin('standing_messages', 'standing_messages.subject', db.raw(BOARD))
    .where({ archived_at: null, timezone: zone })
    .whereNotNull('customers.channel')
    .orderBy('customers.id')
    .where((wanted) =>
      wanted
        .where((missing) => missing.whereNull('standing_messages.subject').whereRaw(HAS_ORDERS))
        .orWhere('shown_on', '<', month)
        .orWhere((earlier) =>
          earlier
            .where('shown_on', '<', day)
            .where((due) => due.whereRaw(IS_ITS_HOUR, [hour]).orWhereRaw(HAS_EXPIRED, [day])),
        ),
    )
    .select(
      db.raw(
        `${about} || ':' || cast(? as text), ${about}, 'board.refresh', cast(customers.id as text),
        coalesce(customers.channel, ${about}), 'pending', 0, 2, cast(? as text), '${AT_ONCE}'`,
        [day, at],
      ),
    );
  return (await insertFrom(db, 'outbox', COLUMNS, outdated, 'id')).length;
}
