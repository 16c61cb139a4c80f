import type { Day, Instant } from '../../core/time';
import type { Database } from '../../database/database';
import type { ReminderRow } from '../../database/tables';
import { reminderSubject } from './reminder';

// What was decided about one customer's days.

/** Outcomes that leave a week's reminder to its next working day, for SQL. */
export const MISSED = "('late', 'moved')";

/** Decides the day of one customer whose hour was moved, so that nothing comes any more. */
export async function skipDay(tx: Database, customerId: number, day: Day, at: Instant): Promise<void> {
  await tx('reminders')
    .insert({ customer_id: customerId, day, outcome: 'moved', decided_at: at })
    .onConflict(['customer_id', 'day'])
    .ignore();
}

/** Whether the customer's day is settled, so that nothing comes any more. */
export async function isDecided(db: Database, customerId: number, day: Day): Promise<boolean> {
  return (await findOutcome(db, customerId, day)) !== undefined;
}

/** A reminder that was given up as too late counts as none, unless somebody got it. Returns whether it counted before. */
export async function markTooLate(tx: Database, customerId: number, day: Day): Promise<boolean> {
  const subject = reminderSubject(customerId, day);
  const changed = await tx('reminders')
    .where({ customer_id: customerId, day })
    .whereIn('outcome', ['digest', 'alert'])
    .whereNotExists(tx('outbox').where({ kind: 'reminder', subject, state: 'sent' }).select(tx.raw('1')))
    .update({ outcome: 'late' });
  return changed > 0;
}

/** Those of the days, of one customer, that were decided and not missed. */
export async function daysKept(db: Database, customerId: number, days: readonly Day[]): Promise<Day[]> {
  return db('reminders')
    .where({ customer_id: customerId })
    .whereIn('day', [...days])
    .whereRaw(`outcome not in ${MISSED}`)
    .pluck('day');
}

/** What was decided about the customer's day; undefined when nothing was. */
export async function findOutcome(
  db: Database,
  customerId: number,
  day: Day,
): Promise<ReminderRow['outcome'] | undefined> {
  const row = await db('reminders').where({ customer_id: customerId, day }).first('outcome');
  return row?.outcome;
}

/** When any day was decided last. */
export async function lastDecision(db: Database): Promise<Instant | undefined> {
  const row = await db('reminders').max({ at: 'decided_at' }).first();
  return row?.at ?? undefined;
}

export async function forgetReminders(db: Database, before: Instant): Promise<number> {
  return db('reminders').where('decided_at', '<', before).delete();
}
