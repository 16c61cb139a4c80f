import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';
import { insertFrom } from '../../database/insert-from';
import type { Expression } from '../../database/tables';
import { AT_ONCE, enqueueFrom } from '../../outbox/outbox';
import { activeCoordinators } from '../customers/active-coordinators.sql';
import { type Decision, decidedNow, IS_SILENT, inBatch, undecided } from './reminder-batch.sql';
import { MISSED } from './reminders.sql';

// Decides one day for many customers of a schedule, one statement per step. Every statement selects the undecided
// customers itself, so concurrent runs decide each customer's day once.

const HAS_COORDINATORS = 'exists (select 1 from coordinators where coordinators.customer_id = customers.id)';
// Reminders before the first decision do not count as late.
const WAS_LOOKED_AT = 'exists (select 1 from reminders where customer_id = customers.id and reminders.day < ?)';
const LIVE_SEATS = `exists (select 1 from orders where orders.customer_id = customers.id
  and (orders.assign_by is null or orders.assign_by >= ?)
  and exists (select 1 from seats where order_id = orders.id and state = 'unassigned'))`;

const ENTRY = [
  'dedupe_key',
  'kind',
  'subject',
  'lane',
  'to_team',
  'to_user',
  'expires_at',
  'state',
  'attempts',
  'priority',
  'created_at',
  'due_at',
] as const;

/** Decides the day for the batch's undecided customers: `digest`, `alert` (expiring seats only) or `nothing`. */
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

/** For a time that passed too long ago. Returns how many customers missed a reminder. */
export async function decideTooLate(tx: Database, decision: Decision): Promise<number> {
  const outcome = tx.raw(`case when ? and ${WAS_LOOKED_AT} then 'late' else 'nothing' end`, [
    isToRemind(tx, decision),
    decision.day,
  ]);
  await insertOutcomes(tx, decision, outcome);
  const row = await decidedNow(tx, decision).where({ outcome: 'late' }).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}

/**
 * The condition that a customer gets a reminder on the day. Missed reminders earlier in the week do not count as sent.
 */
function isToRemind(tx: Database, { day, plan: { reminds, unless } }: Decision): Expression {
  if (!reminds) return tx.raw('1 = 0');
  if (unless.length === 0) return tx.raw(LIVE_SEATS, [day]);
  const days = unless.map(() => '?').join(', ');
  return tx.raw(
    `${LIVE_SEATS} and not exists (select 1 from reminders as earlier where earlier.customer_id = customers.id
      and earlier.day in (${days}) and earlier.outcome not in ${MISSED})`,
    [day, ...unless],
  );
}

/** Deletes the day's decisions that sent no message, to decide the day again. */
export async function reconsider(tx: Database, decision: Decision): Promise<void> {
  const customers = inBatch(tx, decision).select('id');
  await tx('reminders').where({ day: decision.day }).whereRaw(IS_SILENT).whereIn('customer_id', customers).delete();
}

/** Queues messages for the decisions made at `at`, including the day's delegates. Returns how many messages. */
export async function queueReminders(tx: Database, decision: Decision, expiresAt: Instant): Promise<number> {
  const { day, at } = decision;
  const sent = () => decidedNow(tx, decision).whereIn('outcome', ['digest', 'alert']);
  const subject = "customers.id || '/' || cast(? as text)";
  const rest = `cast(? as text), 'pending', 0, 1, cast(? as text), '${AT_ONCE}'`;
  const inChannel = sent()
    .where((one) => one.where({ reminder_to: 'channel' }).orWhereRaw(`not ${HAS_COORDINATORS}`))
    .whereNotNull('channel')
    .select(
      tx.raw(
        `'reminder:' || ${subject}, 'reminder', ${subject}, channel, cast(null as text), cast(null as text), ${rest}`,
        [day, day, expiresAt, at],
      ),
    );
  const direct = sent()
    .join(activeCoordinators(tx, day), 'on_duty.customer_id', 'customers.id')
    .where((one) => one.where({ reminder_to: 'direct' }).orWhereNull('channel'))
    .select(
      tx.raw(
        `'reminder:' || ${subject} || ':' || team_id || '/' || user_id, 'reminder', ${subject}, user_id, team_id, user_id, ${rest}`,
        [day, day, expiresAt, at],
      ),
    );
  return (await enqueueFrom(tx, ENTRY, inChannel)) + (await enqueueFrom(tx, ENTRY, direct));
}

async function insertOutcomes(tx: Database, decision: Decision, outcome: Expression): Promise<void> {
  const { day, at } = decision;
  const rows = undecided(tx, decision)
    .select('customers.id')
    .select(tx.raw('cast(? as text)', [day]), outcome, tx.raw('cast(? as text)', [at]));
  await insertFrom(tx, 'reminders', ['customer_id', 'day', 'outcome', 'decided_at'], rows, 'customer_id');
}
