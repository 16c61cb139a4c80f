import type { Day, Instant } from '../../core/time';
import { chunks } from '../../database/chunks';
import type { Database } from '../../database/database';
import { AT_ONCE, enqueueFrom } from '../../outbox/outbox';

/** The key of the customer's board among the live messages. */
export function boardSubject(customerId: number): string {
  return `board:${customerId}`;
}

const BOARD = "'board:' || customers.id";
const HAS_ORDERS = 'exists (select 1 from orders where orders.customer_id = customers.id)';
const HAS_EXPIRED = `exists (select 1 from orders where orders.customer_id = customers.id
  and orders.assign_by >= standing_messages.shown_on and orders.assign_by < ?
  and exists (select 1 from seats where order_id = orders.id and state = 'unassigned'))`;
/** Spreads the daily refresh of all boards over the hours from midnight to 07:59, before the working day. */
const IS_ITS_HOUR = 'customers.id % 8 <= ?';

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
  'method',
] as const;

/** Time zones of active customers with a channel. Boards of archived customers get no daily refresh. */
export async function boardZones(db: Database): Promise<string[]> {
  const rows = await db('customers').whereNull('archived_at').whereNotNull('channel').distinct('timezone');
  return rows.map(({ timezone }) => timezone);
}

/** A moment in one time zone. */
interface LocalHour {
  zone: string;
  day: Day;
  /** 0 to 23. */
  hour: number;
}

/** Of these customers, those that have a board or need one. */
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
 * Queues boards in one time zone that need a refresh, each at most once a day; returns how many. Every board gets one
 * daily, at its own hour, in case a person deleted it. A board gets one immediately if the new day outdates it (seats
 * expired, or a month began) or if it is missing.
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
        // A clock that was ahead left the day behind.
        .orWhere('shown_on', '>', day)
        .orWhere((earlier) =>
          earlier
            .where('shown_on', '<', day)
            .where((due) => due.whereRaw(IS_ITS_HOUR, [hour]).orWhereRaw(HAS_EXPIRED, [day])),
        ),
    )
    .select(
      db.raw(
        `${about} || ':' || cast(? as text), ${about}, 'board.refresh', cast(customers.id as text),
        coalesce(customers.channel, ${about}), 'pending', 0, 2, cast(? as text), '${AT_ONCE}', 'chat.update'`,
        [day, at],
      ),
    );
  return enqueueFrom(db, COLUMNS, outdated);
}
