import { type Now, toInstant } from '../../../src/core/time';
import type { Database } from '../../../src/database/database';
import { SALES } from './people';

export const ORDERS_PER_CUSTOMER = 10;

/** The size of the database. */
export interface Size {
  /** Fifty by default. */
  products?: number;
  customers: number;
  seatsPerOrder: number;
  /** Seats assigned to trainees, lowest numbers first, as the service does. */
  assignedPerOrder: number;
}

/**
 * Customers repeat in groups of ten, so that small and big databases have the same proportions. Of a customer's ten
 * orders, three have no assign-by date, six have one in the future, and one has expired. Half the customers have seats
 * for every course.
 */
export async function insertOrders(tx: Database, size: Size, now: Now): Promise<void> {
  const { customers, seatsPerOrder, assignedPerOrder } = size;
  const at = toInstant(now);
  await tx.raw(
    `insert into orders (id, customer_id, product_id, quantity, pack_size, assign_by, role, supervisor_role,
       duration_days, start_date, end_date, generated_at, generated_by_team, generated_by_user)
     with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < ? - 1),
       planned as (select n, n / 10 + 1 as customer_id, n % 10 as place,
         case when n % 100 < 50 then n % 50 * 7 % 50 + 1 else n % 50 * 7 % 40 + 11 end as product_id from numbers)
     select n + 1, customer_id, products.id, ? / pack_size, pack_size,
       case when place = 9 then date(?, '-20 days') when place % 4 = 0 then null
         else date(?, (30 + n % 100 * 3) || ' days') end,
       role, supervisor_role, duration_days, start_date, end_date,
       strftime('%Y-%m-%dT%H:%M:%fZ', ?, '-' || (400 - n % 40) || ' days'), ?, ?
     from planned join products on products.id = planned.product_id order by n`,
    [customers * ORDERS_PER_CUSTOMER, seatsPerOrder, at, at, at, SALES.teamId, SALES.userId],
  );
  await tx.raw(
    `insert into order_courses (order_id, pattern, pattern_key)
     select orders.id, pattern, pattern_key from orders join product_courses using (product_id) order by orders.id`,
  );
  await tx.raw(
    `insert into seats (id, order_id, state)
     with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ?)
     select (orders.id - 1) * ? + n, orders.id, case when n <= ? then 'assigned' else 'unassigned' end
     from orders cross join numbers order by 1`,
    [seatsPerOrder, seatsPerOrder, assignedPerOrder],
  );
  await tx.raw(
    `insert into customer_stock (customer_id, counted_on, seats_left)
     select customer_id, date(?), sum(case when assign_by < date(?) then 0 else ? end) from orders group by customer_id`,
    [at, at, seatsPerOrder - assignedPerOrder],
  );
}
