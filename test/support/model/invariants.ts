import type { Database } from '../../../src/database/database';
import { select } from '../tables';

/** Each query finds rows that violate an invariant. */
const NEVER: Record<string, string> = {
  'a seat with two active assignments':
    'select seat_id from assignments where ended_at is null group by seat_id having count(*) > 1',
  'a trainee with two seats in a course': `select trainee_id from assignments where ended_at is null
    group by trainee_id, course_id having count(*) > 1`,
  'a seat whose state and assignment disagree': `select seats.id from seats
    left join assignments on assignments.seat_id = seats.id and ended_at is null
    where (state = 'assigned') <> (assignments.id is not null)`,
  'an order with more or fewer seats than sold': `select orders.id from orders
    where quantity * pack_size <> (select count(*) from seats where order_id = orders.id)`,
  'a cancelled order with seats that are not, or the reverse': `select orders.id from orders
    join seats on seats.order_id = orders.id where (cancelled_at is not null) <> (state = 'cancelled')`,
  'a course that the order, as sold, does not allow': `select assignments.id from assignments
    join courses on courses.id = course_id
    where exists (select 1 from order_courses where order_id = assignments.order_id)
    and not exists (select 1 from order_courses where order_id = assignments.order_id
      and shortname_key like pattern_key escape '\\')`,
  'an assignment that crosses customers': `select assignments.id from assignments
    join orders on orders.id = assignments.order_id
    join seats on seats.id = seat_id
    join trainees on trainees.id = trainee_id
    where orders.customer_id <> trainees.customer_id or orders.customer_id <> assignments.customer_id
    or seats.order_id <> orders.id`,
  'an order whose stored counts differ from its seats': `select orders.id from orders
    left join (select order_id, sum(unassigned) as unassigned, sum(assigned) as assigned from seat_counts
      group by order_id) as stored on stored.order_id = orders.id
    where coalesce(unassigned, 0) <>
      (select count(*) from seats where order_id = orders.id and state = 'unassigned')
    or coalesce(assigned, 0) <> (select count(*) from seats where order_id = orders.id and state = 'assigned')`,
  'an order without exactly one row in the ledger': ofOne('order.generated', 'orders', 'id > 0'),
  'a cancellation without exactly one row in the ledger': ofOne(
    'order.cancelled',
    'orders',
    'cancelled_at is not null',
  ),
  'an assignment without exactly one row in the ledger': ofOne('seat.assigned', 'assignments', 'id > 0'),
  'a trainee without exactly one row in the ledger': ofOne('trainee.added', 'trainees', 'id > 0'),
  'a name or an address in the ledger': `select ledger.id from ledger, trainees
    where coalesce(after, '') like '%' || email || '%' or subject like '%' || email || '%'`,
};

function ofOne(action: string, table: string, where: string): string {
  return `select 1 from (select (select count(*) from ledger where action = '${action}') as told,
    (select count(*) from ${table} where ${where}) as done) as sums where told <> done`;
}

/** The violated invariants; empty when there are none. */
export async function violations(db: Database): Promise<string[]> {
  const found: string[] = [];
  for (const [what, sql] of Object.entries(NEVER)) {
    if ((await select(db, sql)).length > 0) found.push(what);
  }
  return found;
}

/** The number of seats per order and state. */
export async function standings(db: Database): Promise<Record<number, Record<string, number>>> {
  const rows = await select(db, 'select order_id, state, count(*) as seats from seats group by order_id, state');
  const result: Record<number, Record<string, number>> = {};
  for (const row of rows) {
    const order = Number(row.order_id);
    result[order] = { ...result[order], [String(row.state)]: Number(row.seats) };
  }
  return result;
}

/** The stored number of seats left per customer, by code. */
export async function stockKept(db: Database): Promise<Record<string, number>> {
  const rows = await db('customer_stock')
    .join('customers', 'customers.id', 'customer_stock.customer_id')
    .select('code', 'seats_left');
  return Object.fromEntries(rows.map(({ code, seats_left }) => [code, seats_left]));
}
