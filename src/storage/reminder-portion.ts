import type { DayPlan, ReminderSchedule } from '../domain/reminder';
import type { Day, Instant } from '../domain/time';
import type { Database } from './database';
import { hasSchedule } from './reminder-settings';

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

const LAST_ID = 2 ** 31 - 1;

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

/** Customers of the portion whose day is not decided. */
export function undecided(
  db: Database,
  { schedule, day, portion: [after, upTo] }: Pick<Decision, 'schedule' | 'day' | 'portion'>,
) {
  return db('customers')
    .where(hasSchedule(schedule))
    .where('customers.id', '>', after)
    .where('customers.id', '<=', upTo)
    .whereRaw('not exists (select 1 from reminders where customer_id = customers.id and reminders.day = ?)', [day]);
}

/** Those whose day was decided at this moment. */
export function decidedNow(db: Database, { schedule, day, portion: [after, upTo], at }: Decision) {
  return db('reminders')
    .join('customers', 'customers.id', 'reminders.customer_id')
    .where(hasSchedule(schedule))
    .where('customers.id', '>', after)
    .where('customers.id', '<=', upTo)
    .where({ 'reminders.day': day, 'reminders.decided_at': at });
}
