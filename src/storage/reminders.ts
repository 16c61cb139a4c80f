import type { Day, Instant } from '../domain/time';
import type { Database } from './database';

// What was decided about one customer's days.

/** Decides the day of one customer, so that nothing comes any more. */
export async function settleDay(tx: Database, customerId: number, day: Day, at: Instant): Promise<void> {
  const row = { customer_id: customerId, day, outcome: 'nothing', decided_at: at };
  await tx('reminders').insert(row).onConflict(['customer_id', 'day']).ignore();
}

/** Whether the customer's day is settled, so that nothing comes any more. */
export async function isDecided(db: Database, customerId: number, day: Day): Promise<boolean> {
  return (await findOutcome(db, customerId, day)) !== undefined;
}

/** What was decided about the customer's day; undefined when nothing was. */
export async function findOutcome(db: Database, customerId: number, day: Day): Promise<string | undefined> {
  const row = await db('reminders').where({ customer_id: customerId, day }).first('outcome');
  return row?.outcome;
}

export async function forgetReminders(db: Database, before: Instant): Promise<number> {
  return db('reminders').where('decided_at', '<', before).delete();
}
