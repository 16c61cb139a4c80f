import { orderReference } from '../../core/reference';
import { addDays, type Day } from '../../core/time';
import type { Source } from '../../database/columns';
import type { Database } from '../../database/database';
import { insertFrom } from '../../database/insert-from';
import type { Query } from '../../database/query';
import type { Expression } from '../../database/tables';
import { EXPIRY_THRESHOLDS } from '../orders/alert';
import { type Decision, decidedNow, undecided } from './reminder-portion.sql';

// Orders that come close to their last day, and those that it has passed.

const ALERT = ['order_id', 'threshold', 'day'] as const;
const HAS_UNASSIGNED = "exists (select 1 from seats where order_id = orders.id and state = 'unassigned')";

/** Notes down which orders cross a threshold on that day; what was missed while nobody looked is made up for. */
export async function raiseExpiryAlerts(tx: Database, decision: Decision): Promise<void> {
  const { day } = decision;
  const nearest = nearestThreshold(tx, day);
  const rows = crossing(tx, day, undecided(tx, decision))
    .select('orders.id')
    .select(nearest, tx.raw('cast(? as text)', [day]));
  await insertFrom(tx, 'expiry_alerts', ALERT, rows, 'order_id');
}

/** Numbers of the customer's orders that would cross a threshold if the day were decided now. */
export async function crossingOrders(db: Database, customerId: number, day: Day): Promise<number[]> {
  const customer = db('customers').where('customers.id', customerId);
  const rows = await crossing(db, day, customer).select('orders.id');
  return rows.map(({ id }) => id);
}

/** Orders of the customers that come closer to their last day than they were told of. */
function crossing(db: Database, day: Day, customers: Query<Source<'customers'>>) {
  return customers
    .join('orders', 'orders.customer_id', 'customers.id')
    .whereBetween('orders.assign_by', [day, addDays(day, Math.max(...EXPIRY_THRESHOLDS))])
    .whereRaw(HAS_UNASSIGNED)
    .whereNotExists(
      db('expiry_alerts')
        .whereRaw('expiry_alerts.order_id = orders.id')
        .whereRaw('expiry_alerts.threshold <= ?', [nearestThreshold(db, day)])
        .select(db.raw('1')),
    );
}

/** The smallest threshold that the order's last day lies within. */
function nearestThreshold(db: Database, day: Day): Expression {
  const cases = EXPIRY_THRESHOLDS.map(() => 'when orders.assign_by <= ? then cast(? as integer)').join(' ');
  return db.raw(
    `case ${cases} end`,
    EXPIRY_THRESHOLDS.flatMap((threshold) => [addDays(day, threshold), threshold]),
  );
}

/** Numbers of the orders that crossed a threshold on the day, what expires first on top. */
export async function expiringOrders(db: Database, customerId: number, day: Day): Promise<number[]> {
  const rows = await db('expiry_alerts')
    .join('orders', 'orders.id', 'expiry_alerts.order_id')
    .where({ customer_id: customerId, day })
    .orderBy(['assign_by', 'orders.id'])
    .distinct('orders.id', 'assign_by');
  return rows.map(({ id }) => id);
}

/** Thresholds that lie behind an order when it is generated are never told. */
export async function markThresholdsPassed(
  tx: Database,
  orderId: number,
  thresholds: readonly number[],
): Promise<void> {
  if (thresholds.length === 0) return;
  await tx('expiry_alerts').insert(thresholds.map((threshold) => ({ order_id: orderId, threshold, day: null })));
}

/** How an order's last day is noted down beside its thresholds once it has passed. */
const PASSED = 0;

/** References of orders whose last day has passed with seats that nobody has; each once, whoever asks first. */
export async function raiseExpired(tx: Database, decision: Decision): Promise<string[]> {
  const { day } = decision;
  const passed = decidedNow(tx, decision)
    .join('orders', 'orders.customer_id', 'customers.id')
    .where('orders.assign_by', '<', day)
    // What is older was before anybody looked.
    .where('orders.assign_by', '>=', addDays(day, -Math.max(...EXPIRY_THRESHOLDS)))
    .whereRaw(HAS_UNASSIGNED)
    .select('orders.id')
    .select(tx.raw(`${PASSED}`), tx.raw('cast(null as text)'));
  const raised = await insertFrom(tx, 'expiry_alerts', ALERT, passed, 'order_id');
  return raised.map((id) => orderReference(id));
}

/** What was to be told on that day was told to nobody: it comes with the next decision. */
export async function forgetAlerts(tx: Database, customerId: number, day: Day): Promise<void> {
  const orders = tx('orders').where({ customer_id: customerId }).select('id');
  await tx('expiry_alerts').where({ day }).whereIn('order_id', orders).delete();
}
