import { orderReference } from '../../core/reference';
import { addDays, type Day } from '../../core/time';
import type { Source } from '../../database/columns';
import type { Database } from '../../database/database';
import { insertFrom } from '../../database/insert-from';
import type { Query } from '../../database/query';
import type { Expression } from '../../database/tables';
import { EXPIRY_THRESHOLDS } from '../orders/alert';
import { type Decision, decidedNow, undecided } from './reminder-batch.sql';

// Orders near their assign-by day, and orders past it.

/** A working day and the days off after it. */
interface Days {
  from: Day;
  through: Day;
  /** The latest last day of an order that counts; by default, that of the largest threshold. */
  endingBy?: Day;
}

const ALERT = ['order_id', 'threshold', 'day'] as const;
const HAS_UNASSIGNED = "exists (select 1 from seats where order_id = orders.id and state = 'unassigned')";

/**
 * Records the orders that cross an expiry threshold on that day or the days off after it. Also catches thresholds that
 * earlier runs missed: on a day off, those of orders that end before the next working day.
 */
export async function raiseExpiryAlerts(tx: Database, decision: Decision): Promise<void> {
  const { day, plan } = decision;
  const { alertsThrough: through, isDayOff } = plan;
  const days = { from: day, through, ...(isDayOff && { endingBy: through }) };
  const rows = crossing(tx, days, undecided(tx, decision))
    .select('orders.id')
    .select(nearestThreshold(tx, through), tx.raw('cast(? as text)', [day]));
  await insertFrom(tx, 'expiry_alerts', ALERT, rows, 'order_id');
}

/** Ids of the customer's orders that would cross a threshold if these days were decided now. */
export async function crossingOrders(db: Database, customerId: number, days: Days): Promise<number[]> {
  const customer = db('customers').where('customers.id', customerId);
  const rows = await crossing(db, days, customer).select('orders.id');
  return rows.map(({ id }) => id);
}

/** Orders that have come within a smaller threshold than the last one alerted. */
function crossing(db: Database, days: Days, customers: Query<Source<'customers'>>) {
  const { from, through, endingBy = addDays(through, Math.max(...EXPIRY_THRESHOLDS)) } = days;
  return customers
    .join('orders', 'orders.customer_id', 'customers.id')
    .whereBetween('orders.assign_by', [from, endingBy])
    .whereRaw(HAS_UNASSIGNED)
    .whereNotExists(
      db('expiry_alerts')
        .whereRaw('expiry_alerts.order_id = orders.id')
        .whereRaw('expiry_alerts.threshold <= ?', [nearestThreshold(db, through)])
        .select(db.raw('1')),
    );
}

/** The smallest threshold that covers the order's assign-by day. */
function nearestThreshold(db: Database, day: Day): Expression {
  const cases = EXPIRY_THRESHOLDS.map(() => 'when orders.assign_by <= ? then cast(? as integer)').join(' ');
  return db.raw(
    `case ${cases} end`,
    EXPIRY_THRESHOLDS.flatMap((threshold) => [addDays(day, threshold), threshold]),
  );
}

/** Ids of the orders with an alert on that day, by assign-by day. */
export async function expiringOrders(db: Database, customerId: number, day: Day): Promise<number[]> {
  const rows = await db('expiry_alerts')
    .join('orders', 'orders.id', 'expiry_alerts.order_id')
    .where({ customer_id: customerId, day })
    .orderBy(['assign_by', 'orders.id'])
    .distinct('orders.id', 'assign_by');
  return rows.map(({ id }) => id);
}

/** Suppresses alerts for thresholds that a new order has already passed. */
export async function markThresholdsPassed(
  tx: Database,
  orderId: number,
  thresholds: readonly number[],
): Promise<void> {
  if (thresholds.length === 0) return;
  await tx('expiry_alerts').insert(thresholds.map((threshold) => ({ order_id: orderId, threshold, day: null })));
}

/** The threshold value that marks an order as expired. */
export const PASSED = 0;

const LAST_DECIDED =
  '(select max(earlier.day) from reminders as earlier where earlier.customer_id = customers.id and earlier.day < ?)';

/** References of orders that newly expired with unassigned seats. Returns each order to one caller only. */
export async function raiseExpired(tx: Database, decision: Decision): Promise<string[]> {
  const { day } = decision;
  const oldest = addDays(day, -Math.max(...EXPIRY_THRESHOLDS));
  const passed = decidedNow(tx, decision)
    .join('orders', 'orders.customer_id', 'customers.id')
    .where('orders.assign_by', '<', day)
    // Older orders expired before reminders first ran, unless the customer was archived meanwhile.
    .whereRaw(`(orders.assign_by >= ? or orders.assign_by >= ${LAST_DECIDED})`, [oldest, day])
    .whereRaw(HAS_UNASSIGNED)
    .select('orders.id')
    .select(tx.raw(`${PASSED}`), tx.raw('cast(null as text)'));
  const raised = await insertFrom(tx, 'expiry_alerts', ALERT, passed, 'order_id');
  return raised.map((id) => orderReference(id));
}

/** Deletes the day's alerts, because their message reached no one; the next decision raises them again. */
export async function forgetAlerts(tx: Database, customerId: number, day: Day): Promise<void> {
  const orders = tx('orders').where({ customer_id: customerId }).select('id');
  await tx('expiry_alerts').where({ day }).whereIn('order_id', orders).delete();
}
