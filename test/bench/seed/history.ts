import type { Database } from '../../../src/database/database';
import { SALES } from './people';

/** SQL for the order's reference, from a column that holds its number. */
export function orderReferenceOf(column: string): string {
  return `printf('B%010d', ${column})`;
}

/** Inserts the ledger rows that the services would have written. */
export async function insertHistory(tx: Database): Promise<void> {
  await tx.raw(
    `insert into ledger (at, actor_team, actor_user, action, subject, customer_id, after)
     select generated_at, generated_by_team, generated_by_user, 'order.generated', ${orderReferenceOf('id')},
       customer_id, json_object('quantity', quantity, 'packSize', pack_size, 'assignBy', assign_by, 'role', role)
     from orders order by id`,
  );
  await tx.raw(
    `insert into ledger (at, actor_team, actor_user, action, subject, customer_id, before, after)
     select assigned_at, ?, ?, 'seat.assigned', ${SEAT_REFERENCE}, customer_id, json_object('state', 'unassigned'),
       json_object('assignment', id, 'trainee', trainee_id, 'course', course_id, 'start', start_date, 'end', end_date)
     from (select *, (seat_id * 662607015 + 299792458) % (1 << 30) as code from assignments) order by id`,
    [SALES.teamId, SALES.userId],
  );
}

/** SQL for the seat's reference. */
const SEAT_REFERENCE = `'S-' || ${[25, 20, 15, 10, 5, 0].map(digit).join(' || ')}`;

function digit(shift: number): string {
  return `substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (code >> ${shift} & 31) + 1, 1)`;
}
