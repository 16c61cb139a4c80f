import { type Now, toInstant } from '../../../src/core/time';
import type { Database } from '../../../src/database/database';
import { EXPIRY_THRESHOLDS } from '../../../src/features/orders/alert';

/**
 * Inserts decisions for the stored month, and for every date that it currently is anywhere on earth, so that a product
 * started on this database finds nothing due.
 */
export async function insertReminders(tx: Database, now: Now): Promise<void> {
  const at = toInstant(now);
  await tx.raw(
    `insert into reminders (customer_id, day, outcome, decided_at)
     with recursive days (n, day) as (select -28, date(:at, '-28 days') union all
       select n + 1, date(day, '1 day') from days where n < 1)
     select id, day, case when strftime('%w', day) in ('0', '6') then 'nothing' else 'digest' end,
       min(day || 'T08:00:00.000Z', :at)
     from days cross join customers order by day, id`,
    { at },
  );
  for (const threshold of EXPIRY_THRESHOLDS) {
    await tx.raw(
      `insert into expiry_alerts (order_id, threshold, day)
       select id, :threshold, date(assign_by, :before) from orders where assign_by <= date(:at, :ahead)`,
      { at, threshold, before: `-${threshold} days`, ahead: `${threshold} days` },
    );
  }
}
