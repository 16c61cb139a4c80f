import { type Now, toInstant } from '../../../src/core/time';
import type { Database } from '../../../src/database/database';
import { ORDERS_PER_CUSTOMER, type Size } from './orders';

const FIRST_NAMES = ['Ada', 'Alan', 'Anita', 'Barbara', 'Donald', 'Edsger', 'Grace', 'John', 'Linus', 'Margaret'];
const LAST_NAMES = ['Borg', 'Dijkstra', 'Hamilton', 'Hopper', 'Knuth', 'Liskov', 'Lovelace', 'Ritchie', 'Turing'];

/** One trainee for each assigned seat, each in an open course that the order allows. */
export async function insertAssignments(tx: Database, size: Size, now: Now): Promise<void> {
  await insertTrainees(tx, size);
  await tx.raw(
    `create temp table allowed as
     select products.id as product_id, courses.id as course_id,
       row_number() over (partition by products.id order by courses.id) - 1 as place,
       count(*) over (partition by products.id) as places
     from products join courses on hidden_at is null and (
       not exists (select 1 from product_courses where product_id = products.id)
       or exists (select 1 from product_courses where product_id = products.id and shortname_key like pattern_key))`,
  );
  await tx.raw('create unique index temp.allowed_place on allowed (product_id, place)');
  await tx.raw(
    `insert into assignments (id, customer_id, order_id, seat_id, trainee_id, course_id, role, start_date, end_date,
       assigned_at)
     select made.n, customer_id, order_id, seat_id, made.n, course_id, role,
       date(assigned_at), date(assigned_at, duration_days || ' days'), assigned_at
     from (
       select seats.id as seat_id, order_id, customer_id, product_id, role, duration_days,
         (order_id - 1) * :assigned + seats.id - (order_id - 1) * :seats as n,
         strftime('%Y-%m-%dT%H:%M:%fZ', :at, '-' || (seats.id % 360) || ' days') as assigned_at
       from seats join orders on orders.id = order_id where state = 'assigned'
     ) as made
     join allowed on allowed.product_id = made.product_id
       and place = seat_id * 13 % (select places from allowed where product_id = made.product_id and place = 0)
     order by made.n`,
    { assigned: size.assignedPerOrder, seats: size.seatsPerOrder, at: toInstant(now) },
  );
  await tx.raw('drop table allowed');
}

async function insertTrainees(tx: Database, { customers, assignedPerOrder }: Size): Promise<void> {
  const each = ORDERS_PER_CUSTOMER * assignedPerOrder;
  await tx.raw(
    `insert into trainees (id, customer_id, email, first_name, last_name, search_key)
     with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < :count - 1),
       named as (select n, json_extract(:first, '$[' || (n % 10) || ']') as first,
         json_extract(:last, '$[' || (n / 10 % 9) || ']') as last from numbers),
       written as (select *, lower(first || '.' || last) || n || '@example.com' as email from named)
     select n + 1, n / :each + 1, email, first, last, lower(first || ' ' || last) || ' ' || email from written`,
    {
      count: customers * each,
      each,
      first: JSON.stringify(FIRST_NAMES),
      last: JSON.stringify(LAST_NAMES),
    },
  );
}
