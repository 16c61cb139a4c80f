import type { Day, Instant } from '../../core/time';
import type { Source } from '../../database/columns';
import type { Database } from '../../database/database';
import type { Query } from '../../database/query';
import type { DayPlan, ReminderSchedule } from './reminder';
import { hasSchedule } from './reminder-settings.sql';

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
/** A condition: nothing was said on the day. */
export const IS_SILENT = "outcome in ('nothing', 'late', 'moved')";

/**
 * The next few customers whose day is undecided, or on which nothing was said where that is to be decided `again`: how many
 * there are after that number, at most `size`, and the last of them.
 */
export async function nextBatch(
  db: Database,
  { schedule, day, again }: Pick<Decision, 'schedule' | 'day'> & { again: boolean },
  after: number,
  size: number,
): Promise<{ customers: number; last: number }> {
  const next = withoutDecision(inBatch(db, { schedule, portion: [after, LAST_ID] }), day, again)
    .orderBy('customers.id')
    .limit(size);
  const row = await db(next.select('customers.id').as('next')).max({ last: 'id' }).count({ customers: '*' }).first();
  return { customers: Number(row?.customers ?? 0), last: row?.last ?? after };
}

/** Customers of the portion; an archived one is in none. */
export function inBatch(
  db: Database,
  { schedule, portion: [after, upTo] }: Pick<Decision, 'schedule' | 'portion'>,
): Query<Source<'customers'>> {
  return db('customers')
    .whereNull('customers.archived_at')
    .where(hasSchedule(schedule))
    .where('customers.id', '>', after)
    .where('customers.id', '<=', upTo);
}

/** Customers of the portion whose day is not decided. */
export function undecided(db: Database, decision: Pick<Decision, 'schedule' | 'day' | 'portion'>) {
  return withoutDecision(inBatch(db, decision), decision.day, false);
}

function withoutDecision(customers: Query<Source<'customers'>>, day: Day, again: boolean) {
  const silent = again ? `and not ${IS_SILENT}` : '';
  return customers.whereRaw(
    `not exists (select 1 from reminders where customer_id = customers.id and reminders.day = ? ${silent})`,
    [day],
  );
}

/** Those whose day was decided at this moment. */
export function decidedNow(db: Database, { day, at, ...portion }: Decision) {
  return inBatch(db, portion)
    .join('reminders', 'reminders.customer_id', 'customers.id')
    .where({ 'reminders.day': day, 'reminders.decided_at': at });
}
