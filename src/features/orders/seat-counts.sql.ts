import type { Count, Source } from '../../database/columns';
import type { Database } from '../../database/database';
import type { Query } from '../../database/query';

// Triggers of the database count each order's seats by state, in the statement that changes them. Only reading them
// here: nobody adjusts them.

/** SQL: the number of the order's unassigned seats. */
export const UNASSIGNED = '(select coalesce(sum(unassigned), 0) from seat_counts where order_id = orders.id)';

/** Seats by state, over all these orders. */
export async function countSeats(
  db: Database,
  orders: Query<Source<'orders'>>,
): Promise<{ unassigned: number; assigned: number }> {
  const [row] = await db('seat_counts')
    .whereIn('order_id', orders.clone().select('orders.id'))
    .select<{ unassigned: Count | null; assigned: Count | null }>(
      db.raw('sum(unassigned) as unassigned, sum(assigned) as assigned'),
    );
  return { unassigned: Number(row?.unassigned ?? 0), assigned: Number(row?.assigned ?? 0) };
}
