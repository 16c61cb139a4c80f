import type { Day, Instant } from '../../core/time';
import type { Database } from '../../database/database';
import type { ReminderRow } from '../../database/tables';
import { reminderSubject } from './reminder';

// Decisions about one customer's days.

/** SQL list: outcomes that move a weekly reminder to the next working day. */
export const MISSED = "('late', 'moved')";

/** Decides the day without a message, after a change of the reminder time. */
export async function skipDay(tx: Database, customerId: number, day: Day, at: Instant): Promise<void> {
  await tx('reminders')
    .insert({ customer_id: customerId, day, outcome: 'moved', decided_at: at })
    .onConflict(['customer_id', 'day'])
    .ignore();
}

/** Whether the customer's day has a decision; then no further reminder comes that day. */
export async function isDecided(db: Database, customerId: number, day: Day): Promise<boolean> {
  return (await findOutcome(db, customerId, day)) !== undefined;
}

/** Marks a reminder that expired unsent as late, unless a copy arrived. Returns whether anything changed. */
export async function markTooLate(tx: Database, customerId: number, day: Day): Promise<boolean> {
  const subject = reminderSubject(customerId, day);
  const changed = await tx('reminders')
    .where({ customer_id: customerId, day })
    .whereIn('outcome', ['digest', 'alert'])
    .whereNotExists(tx('outbox').where({ kind: 'reminder', subject, state: 'sent' }).select(tx.raw('1')))
    .update({ outcome: 'late' });
  return changed > 0;
}

/** Of these days, those with a decision other than a missed reminder. */
export async function decidedDays(db: Database, customerId: number, days: readonly Day[]): Promise<Day[]> {
  return db('reminders')
    .where({ customer_id: customerId })
    .whereIn('day', [...days])
    .whereRaw(`outcome not in ${MISSED}`)
    .pluck('day');
}

/** The decision for the customer's day; undefined if none yet. */
export async function findOutcome(
  db: Database,
  customerId: number,
  day: Day,
): Promise<ReminderRow['outcome'] | undefined> {
  const row = await db('reminders').where({ customer_id: customerId, day }).first('outcome');
  return row?.outcome;
}

/** The latest decision of any customer. */
export async function lastDecision(db: Database): Promise<Instant | undefined> {
  const row = await db('reminders').max({ at: 'decided_at' }).first();
  return row?.at ?? undefined;
}

export async function forgetReminders(db: Database, before: Instant): Promise<number> {
  return db('reminders').where('decided_at', '<', before).delete();
}
