import { type Now, toInstant } from '../../../src/domain/time';
import type { Database } from '../../../src/storage/database';
import { SALES } from './people';

/** What the services have written down by then: the ledger, and the messages of the outbox that are not forgotten yet. */
export async function insertHistory(tx: Database, now: Now): Promise<void> {
  await tx.raw(
    `insert into ledger (at, actor_team, actor_user, action, subject, customer_id, after)
     select generated_at, generated_by_team, generated_by_user, 'order.generated', ${ORDER_REFERENCE}, customer_id,
       json_object('quantity', quantity, 'packSize', pack_size, 'assignBy', assign_by, 'role', role)
     from orders order by id`,
  );
  await tx.raw(
    `insert into ledger (at, actor_team, actor_user, action, subject, customer_id, before, after)
     select assigned_at, ?, ?, 'seat.assigned', ${SEAT_REFERENCE}, customer_id, json_object('state', 'unassigned'),
       json_object('assignment', id, 'trainee', trainee_id, 'course', course_id, 'start', start_date, 'end', end_date)
     from (select *, (seat_id * 662607015 + 299792458) % (1 << 30) as code from assignments) order by id`,
    [SALES.teamId, SALES.userId],
  );
  const sent = `insert into outbox (dedupe_key, kind, subject, state, attempts, created_at, due_at, slack_channel, slack_ts)`;
  await tx.raw(
    `${sent} select 'order.announce:' || subject, 'order.announce', subject, 'sent', 1, generated_at, generated_at,
       channel, '1700000000.' || order_id
     from (select orders.id as order_id, ${ORDER_REFERENCE.replace('id', 'orders.id')} as subject, generated_at, channel
       from orders join customers on customers.id = customer_id) order by order_id`,
  );
  await tx.raw(
    `${sent} select 'order.refresh:' || subject || ':' || id, 'order.refresh', subject, 'sent', 1, assigned_at,
       assigned_at, '', ''
     from (select id, ${ORDER_REFERENCE.replace('id', 'order_id')} as subject, assigned_at from assignments)
     where assigned_at > ? order by assigned_at`,
    [toInstant(now.minus({ days: 30 }))],
  );
}

const ORDER_REFERENCE = "printf('B%010d', id)";

/** The domain's seat reference, written in SQL. */
const SEAT_REFERENCE = `'S-' || ${[25, 20, 15, 10, 5, 0].map(digit).join(' || ')}`;

function digit(shift: number): string {
  return `substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (code >> ${shift} & 31) + 1, 1)`;
}
