import type { Day, Instant } from '../../../core/time';
import type { Database } from '../../../database/database';
import { reminderSubject } from '../reminder';

// Decisions made by a clock that was ahead.

/** A decision that seems to have been made in the future. */
interface FutureDecision {
  customerId: number;
  day: Day;
  timezone: string;
}

/** At most `limit` decisions made after that instant. */
export async function findDecisionsAfter(db: Database, instant: Instant, limit: number): Promise<FutureDecision[]> {
  const rows = await db('reminders')
    .join('customers', 'customers.id', 'reminders.customer_id')
    .where('decided_at', '>', instant)
    .orderBy(['customer_id', 'day'])
    .limit(limit)
    .select('customer_id', 'day', 'timezone');
  return rows.map(({ customer_id, ...rest }) => ({ customerId: customer_id, ...rest }));
}

/**
 * Deletes the decision with what has not been sent yet, so that the day is decided again. A decision whose reminder
 * went out stands, as made at `at`: the customer has had the reminder of that day. Returns whether it stands.
 */
export async function takeBackDecision(
  tx: Database,
  { customerId, day }: Pick<FutureDecision, 'customerId' | 'day'>,
  at: Instant,
): Promise<boolean> {
  const reminders = () => tx('outbox').where({ kind: 'reminder', subject: reminderSubject(customerId, day) });
  // First: a sender that has just begun one is waited for, and then seen.
  await reminders().where({ state: 'pending' }).delete();
  const decision = () => tx('reminders').where({ customer_id: customerId, day });
  const deleted = await decision()
    .whereNotExists(reminders().select(tx.raw('1')))
    .delete();
  if (deleted > 0) return false;
  await decision().update({ decided_at: at });
  return true;
}
