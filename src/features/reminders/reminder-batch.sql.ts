import type { Day, Instant } from '../../core/time';
import type { Source } from '../../database/columns';
import type { Database } from '../../database/database';
import type { Query } from '../../database/query';
import type { DayPlan, ReminderSchedule } from './reminder';
import { hasSchedule } from './reminder-settings.sql';

/** One decision run for a batch of customers with the same schedule. */
export interface Decision {
  schedule: ReminderSchedule;
  day: Day;
  /** The range of customer ids. */
  range: readonly [after: number, upTo: number];
  plan: DayPlan;
  /** When the run decides; also identifies its decisions. */
  at: Instant;
}

const LAST_ID = 2 ** 31 - 1;
/** SQL condition: the decision sent no message. */
export const IS_SILENT = "outcome in ('nothing', 'late', 'moved')";

/**
 * The next batch of at most `size` customers after id `after`: how many, and the last id. Selects customers whose day
 * is undecided; `again` adds those whose decision sent no message.
 */
export async function nextBatch(
  db: Database,
  { schedule, day, again }: Pick<Decision, 'schedule' | 'day'> & { again: boolean },
  after: number,
  size: number,
): Promise<{ customers: number; last: number }> {
  const next = withoutDecision(inBatch(db, { schedule, range: [after, LAST_ID] }), day, again)
    .orderBy('customers.id')
    .limit(size);
  const row = await db(next.select('customers.id').as('next')).max({ last: 'id' }).count({ customers: '*' }).first();
  return { customers: Number(row?.customers ?? 0), last: row?.last ?? after };
}

/** The batch's active customers. */
export function inBatch(
  db: Database,
  { schedule, range: [after, upTo] }: Pick<Decision, 'schedule' | 'range'>,
): Query<Source<'customers'>> {
  return db('customers')
    .whereNull('customers.archived_at')
    .where(hasSchedule(schedule))
    .where('customers.id', '>', after)
    .where('customers.id', '<=', upTo);
}

/** The batch's customers without a decision for the day. */
export function undecided(db: Database, decision: Pick<Decision, 'schedule' | 'day' | 'range'>) {
  return withoutDecision(inBatch(db, decision), decision.day, false);
}

function withoutDecision(customers: Query<Source<'customers'>>, day: Day, again: boolean) {
  const silent = again ? `and not ${IS_SILENT}` : '';
  return customers.whereRaw(
    `not exists (select 1 from reminders where customer_id = customers.id and reminders.day = ? ${silent})`,
    [day],
  );
}

/** Customers whose day was decided at `at`. */
export function decidedNow(db: Database, { day, at, ...batch }: Decision) {
  return inBatch(db, batch)
    .join('reminders', 'reminders.customer_id', 'customers.id')
    .where({ 'reminders.day': day, 'reminders.decided_at': at });
}
