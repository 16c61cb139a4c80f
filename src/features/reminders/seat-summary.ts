import { MAX_COUNTED } from '../../core/counting';
import { addDays, type Day, monthStart, type Now, timeOfDay, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { countAssignedSince } from '../coordinators/assignment-counts.sql';
import { getCustomer } from '../customers/customers.sql';
import { findOrders, wereOrdersChangedSince } from '../orders/orders.sql';
import { countExpired } from '../orders/pool-choice.sql';
import { unassignedByOrder } from '../orders/pools.sql';
import { countUnassigned } from '../orders/seats.sql';
import { type Board, byProduct, type Digest, QUIET_DAYS, type SeatSummary } from './digest';
import { crossingOrders, expiringOrders } from './expiry.sql';
import { getReminderSettings } from './reminder-settings.sql';

/** The current content of the customer's board. */
export async function boardOf(db: Database, customerId: number, now: Now): Promise<Board> {
  const customer = await getCustomer(db, customerId);
  const { timezone } = customer;
  const day = today(now, timezone);
  const since = monthStart(now, timezone);
  return {
    ...(await summaryOf(db, customerId, day)),
    assignedThisMonth: await countAssignedSince(db, customerId, toInstant(since), MAX_COUNTED + 1),
    expiredThisMonth: await countExpired(db, { customerId, day }, today(since, timezone)),
  };
}

/**
 * The content of that day's reminder. `aheadThrough` previews a day that is not decided yet, with the alerts through
 * that day.
 */
export async function digestOf(
  db: Database,
  customerId: number,
  day: Day,
  { aheadThrough }: { aheadThrough?: Day } = {},
): Promise<Digest> {
  const summary = await summaryOf(db, customerId, day);
  const { frequency, timezone } = await getReminderSettings(db, customerId);
  const quietSince = toInstant(timeOfDay(addDays(day, -QUIET_DAYS), '00:00', timezone));
  const expiring = [];
  const alerted = await expiringOrders(db, customerId, day);
  const upcoming = aheadThrough ? await crossingOrders(db, customerId, { from: day, through: aheadThrough }) : [];
  for (const order of await findOrders(db, [...alerted, ...upcoming])) {
    const unassigned = await countUnassigned(db, order.id);
    if (unassigned > 0) expiring.push({ order, unassigned });
  }
  const offersWeekly = frequency === 'daily' && !(await hasChangedSince(db, customerId, quietSince));
  return { ...summary, expiring, offersWeekly };
}

async function summaryOf(db: Database, customerId: number, day: Day): Promise<SeatSummary> {
  const customer = await getCustomer(db, customerId);
  const orders = await unassignedByOrder(db, { customerId, day }, customer.timezone);
  const total = orders.reduce((sum, order) => sum + order.unassigned, 0);
  return { customer, day, total, products: byProduct(orders) };
}

async function hasChangedSince(db: Database, customerId: number, since: string): Promise<boolean> {
  return (
    (await wereOrdersChangedSince(db, customerId, since)) || (await countAssignedSince(db, customerId, since, 1)) > 0
  );
}
