import type { Knex } from 'knex';
import { EXPIRY_THRESHOLDS } from '../domain/alert';
import { orderReference } from '../domain/reference';
import type { DayPlan, ReminderSchedule } from '../domain/reminder';
import { addDays, type Day, type Instant } from '../domain/time';
import type { Database } from './database';
import { insertFrom } from './insert-from';
import { AT_ONCE } from './outbox';
import { hasSchedule } from './reminder-settings';

// One day's decisions, made for many customers of a schedule by a statement each. Which of them are undecided is part of
// every statement: however many try, a customer's day is decided once.

/** What is decided at one moment for some of the customers of one schedule. */
export interface Decision {
  schedule: ReminderSchedule;
  day: Day;
  /** Numbers of the customers: those after the first, up to the last. */
  portion: readonly [after: number, upTo: number];
  plan: DayPlan;
  /** When the decision is made; also names it. */
  at: Instant;
}

const HAS_COORDINATORS = 'exists (select 1 from coordinators where coordinators.customer_id = customers.id)';
// Before the first decision of all there was nobody to be late for.
const WAS_LOOKED_AT = 'exists (select 1 from reminders where customer_id = customers.id and reminders.day < ?)';
const LAST_ID = 2 ** 31 - 1;
const LIVE_SEATS = `exists (select 1 from orders where orders.customer_id = customers.id
  and (orders.assign_by is null or orders.assign_by >= ?)
  and exists (select 1 from seats where order_id = orders.id and state = 'unassigned'))`;
const HAS_UNASSIGNED = "exists (select 1 from seats where order_id = orders.id and state = 'unassigned')";

/** The next few customers whose day is undecided: how many there are after that number, at most `size`, and the last of them. */
export async function nextPortion(
  db: Database,
  { schedule, day }: Pick<Decision, 'schedule' | 'day'>,
  after: number,
  size: number,
): Promise<{ customers: number; last: number }> {
  const next = undecided(db, { schedule, day, portion: [after, LAST_ID] })
    .orderBy('customers.id')
    .limit(size);
  const row = await db
    .from(next.select('customers.id').as('next'))
    .max({ last: 'id' })
    .count({ customers: '*' })
    .first<{ customers: number | string; last: number | null }>();
  return { customers: Number(row.customers), last: row.last ?? after };
}

/** Notes down which orders cross a threshold on that day; what was missed while nobody looked is made up for. */
export async function raiseExpiryAlerts(tx: Database, decision: Decision): Promise<void> {
  const { day } = decision;
  const nearest = nearestThreshold(tx, day);
  const rows = crossing(tx, day, undecided(tx, decision)).select(
    'orders.id',
    nearest,
    tx.raw('cast(? as text)', [day]),
  );
  await insertFrom(tx, 'expiry_alerts (order_id, threshold, day)', rows);
}

/** Numbers of the customer's orders that would cross a threshold if the day were decided now. */
export async function crossingOrders(db: Database, customerId: number, day: Day): Promise<number[]> {
  const customer = db('customers').where('customers.id', customerId);
  const rows: { id: number }[] = await crossing(db, day, customer).select('orders.id');
  return rows.map(({ id }) => id);
}

/** Orders of the customers that come closer to their last day than they were told of. */
function crossing(db: Database, day: Day, customers: Knex.QueryBuilder): Knex.QueryBuilder {
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
function nearestThreshold(db: Database, day: Day): Knex.Raw {
  const cases = EXPIRY_THRESHOLDS.map(() => 'when orders.assign_by <= ? then cast(? as integer)').join(' ');
  return db.raw(
    `case ${cases} end`,
    EXPIRY_THRESHOLDS.flatMap((threshold) => [addDays(day, threshold), threshold]),
  );
}

/** Decides the day for everybody who is undecided: remind, or only tell what expires, or nothing. */
export async function decideDay(tx: Database, decision: Decision): Promise<void> {
  const { day } = decision;
  const alerted = `exists (select 1 from expiry_alerts join orders on orders.id = expiry_alerts.order_id
    where orders.customer_id = customers.id and expiry_alerts.day = ?)`;
  const outcome = tx.raw(`case when ? then 'digest' when ${alerted} then 'alert' else 'nothing' end`, [
    isToRemind(tx, decision),
    day,
  ]);
  await insertOutcomes(tx, decision, outcome);
}

/** The hour has passed too long ago. Returns how many would have been reminded. */
export async function decideTooLate(tx: Database, decision: Decision): Promise<number> {
  const outcome = tx.raw(`case when ? and ${WAS_LOOKED_AT} then 'late' else 'nothing' end`, [
    isToRemind(tx, decision),
    decision.day,
  ]);
  await insertOutcomes(tx, decision, outcome);
  const row = await decidedNow(tx, decision).where({ outcome: 'late' }).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}

/** The condition that a customer is to be reminded on the day: what came too late earlier in the week does not count. */
function isToRemind(tx: Database, { day, plan: { reminds, unless } }: Decision): Knex.Raw {
  if (!reminds) return tx.raw('1 = 0');
  if (unless.length === 0) return tx.raw(LIVE_SEATS, [day]);
  const days = unless.map(() => '?').join(', ');
  return tx.raw(
    `${LIVE_SEATS} and not exists (select 1 from reminders as earlier where earlier.customer_id = customers.id
      and earlier.day in (${days}) and earlier.outcome <> 'late')`,
    [day, ...unless],
  );
}

/** Takes back that nothing was to be said on that day, so that it can be decided again; what was sent stays sent. */
export async function reconsider(tx: Database, schedule: ReminderSchedule, day: Day): Promise<void> {
  const customers = tx('customers').where(hasSchedule(schedule)).select('id');
  await tx('reminders')
    .where({ day })
    .whereIn('outcome', ['nothing', 'late'])
    .whereIn('customer_id', customers)
    .delete();
}

/** Queues what was decided at that moment. Returns how many messages. */
export async function queueReminders(tx: Database, decision: Decision, expiresAt: Instant): Promise<number> {
  const { day, at } = decision;
  const columns = ['dedupe_key', 'kind', 'subject', 'lane', 'to_team', 'to_user', 'expires_at'];
  const fixed = ['state', 'attempts', 'priority', 'created_at', 'due_at'];
  const said = () => decidedNow(tx, decision).whereIn('outcome', ['digest', 'alert']);
  const subject = "customers.id || '/' || cast(? as text)";
  const rest = `cast(? as text), 'pending', 0, 1, cast(? as text), '${AT_ONCE}'`;
  const inChannel = said()
    .where((one) => one.where({ reminder_to: 'channel' }).orWhereRaw(`not ${HAS_COORDINATORS}`))
    .whereNotNull('channel')
    .select(
      tx.raw(
        `'reminder:' || ${subject}, 'reminder', ${subject}, channel, cast(null as text), cast(null as text), ${rest}`,
        [day, day, expiresAt, at],
      ),
    );
  const direct = said()
    .join('coordinators', 'coordinators.customer_id', 'customers.id')
    .where((one) => one.where({ reminder_to: 'direct' }).orWhereNull('channel'))
    .select(
      tx.raw(
        `'reminder:' || ${subject} || ':' || team_id || '/' || user_id, 'reminder', ${subject}, user_id, team_id, user_id, ${rest}`,
        [day, day, expiresAt, at],
      ),
    );
  let queued = 0;
  for (const rows of [inChannel, direct]) {
    queued += await insertFrom(tx, `outbox (${[...columns, ...fixed].join(', ')})`, rows);
  }
  return queued;
}

/** Before the first decision of all: what is older was before anybody looked. */
const LOOKS_BACK_DAYS = 7;

/** References of orders whose last day, with seats that nobody has, passed since their customers were last decided. */
export async function expiredLately(tx: Database, decision: Decision): Promise<string[]> {
  const { day } = decision;
  const lastLook = `coalesce((select max(earlier.day) from reminders as earlier
    where earlier.customer_id = customers.id and earlier.day < ?), ?)`;
  const rows = await decidedNow(tx, decision)
    .join('orders', 'orders.customer_id', 'customers.id')
    .where('orders.assign_by', '<', day)
    .whereRaw(`orders.assign_by >= ${lastLook}`, [day, addDays(day, -LOOKS_BACK_DAYS)])
    .whereRaw(HAS_UNASSIGNED)
    .select('orders.id');
  return rows.map(({ id }) => orderReference(id));
}

function undecided(
  db: Database,
  { schedule, day, portion: [after, upTo] }: Pick<Decision, 'schedule' | 'day' | 'portion'>,
) {
  return db('customers')
    .where(hasSchedule(schedule))
    .where('customers.id', '>', after)
    .where('customers.id', '<=', upTo)
    .whereRaw('not exists (select 1 from reminders where customer_id = customers.id and reminders.day = ?)', [day]);
}

function decidedNow(db: Database, { schedule, day, portion: [after, upTo], at }: Decision) {
  return db('reminders')
    .join('customers', 'customers.id', 'reminders.customer_id')
    .where(hasSchedule(schedule))
    .where('customers.id', '>', after)
    .where('customers.id', '<=', upTo)
    .where({ 'reminders.day': day, 'reminders.decided_at': at });
}

async function insertOutcomes(tx: Database, decision: Decision, outcome: Knex.Raw): Promise<void> {
  const { day, at } = decision;
  const rows = undecided(tx, decision).select(
    'customers.id',
    tx.raw('cast(? as text)', [day]),
    outcome,
    tx.raw('cast(? as text)', [at]),
  );
  await insertFrom(tx, 'reminders (customer_id, day, outcome, decided_at)', rows);
}
