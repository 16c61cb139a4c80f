import { DateTime } from 'luxon';
import { type Now, toInstant } from '../../../src/core/time';
import type { Database } from '../../../src/database/database';
import { migrate } from '../../../src/database/migrate';
import { openDatabase } from '../../../src/database/open-database';
import { openProductDatabase } from '../../../src/product-database';
import { saveCatalogue, saveCustomers } from '../seed/catalogue';
import { SALES } from '../seed/people';

/** The customer that grows, and one that does not. */
export const BIG_CUSTOMER = 1;
export const SMALL_CUSTOMER = 2;
const SMALL_SIZE = 200;
const ORDERS = 100;

const FIRST_NAMES = ['Ada', 'Alan', 'Anita', 'Barbara', 'Donald', 'Edsger', 'Grace', 'John', 'Linus', 'Margaret'];
const LAST_NAMES = ['Borg', 'Dijkstra', 'Hamilton', 'Hopper', 'Knuth', 'Liskov', 'Lovelace', 'Ritchie', 'Turing'];

/**
 * Fills a new database: one customer with `size` assigned seats and as many unassigned ones in a hundred orders, and a
 * small customer beside it. The same statements on both databases; about two minutes for a million.
 */
export async function fillCustomer(url: string, size: number): Promise<Database> {
  const filling = openDatabase(url, { patient: true });
  await migrate(filling);
  const isPostgres = filling.client.config.client === 'pg';
  const now = DateTime.utc() as Now;
  await filling.transaction(async (tx) => {
    await saveCatalogue(tx, now);
    await saveCustomers(tx, 2, now);
    await insertSeats(tx, { customerId: BIG_CUSTOMER, from: 0, size, orders: ORDERS }, now);
    await insertSeats(tx, { customerId: SMALL_CUSTOMER, from: size, size: SMALL_SIZE, orders: 2 }, now);
    if (isPostgres) await continueNumbers(tx);
  });
  // What autovacuum and checkpoints do by and by.
  await filling.raw(isPostgres ? 'vacuum analyze' : 'pragma wal_checkpoint(truncate)');
  await filling.destroy();
  return openProductDatabase(url);
}

export function lastNameOf(number: number): string {
  return LAST_NAMES[Math.floor(number / 10) % LAST_NAMES.length] ?? '';
}

interface Part {
  customerId: number;
  /** Numbers below it are taken. */
  from: number;
  size: number;
  orders: number;
}

async function insertSeats(tx: Database, { customerId, from, size, orders }: Part, now: Now): Promise<void> {
  const at = toInstant(now.minus({ days: 10 }));
  const day = at.slice(0, 10);
  const [each, firstOrder] = [size / orders, customerId * 1_000];
  await tx.raw(
    `insert into orders (id, customer_id, product_id, quantity, pack_size, role, supervisor_role, duration_days,
       assign_by, generated_at, generated_by_team, generated_by_user)
     ${numbered(orders)}
     select ${firstOrder} + n, ${customerId}, 1 + n % 10, ${each}, 2, 'student', 'teacher', 90,
       case when n % 3 = 0 then null else '${now.year + 1}-0' || (1 + n % 9) || '-01' end,
       '${at}', '${SALES.teamId}', '${SALES.userId}' from numbers`,
  );
  await tx.raw(
    `insert into seats (id, order_id, state) ${numbered(2 * size)}
     select ${2 * from} + n + 1, ${firstOrder} + n % ${orders}, case when n < ${size} then 'assigned' else 'unassigned' end
     from numbers`,
  );
  await tx.raw(
    `insert into trainees (id, customer_id, email, first_name, last_name, search_key)
     ${numbered(size)}, ${named('first_names', FIRST_NAMES)}, ${named('last_names', LAST_NAMES)},
     written as (select n, first_names.name as first, last_names.name as last,
       lower(first_names.name || '.' || last_names.name) || n || '@example.com' as email
       from numbers join first_names on place = n % 10 join last_names on last_names.place = n / 10 % 9)
     select ${from} + n + 1, ${customerId}, email, first, last, lower(first || ' ' || last || ' ' || email)
     from written`.replace('on place', 'on first_names.place'),
  );
  await tx.raw(
    `insert into assignments (id, customer_id, order_id, seat_id, trainee_id, course_id, role, start_date, end_date,
       assigned_at)
     ${numbered(size)}
     select ${from} + n + 1, ${customerId}, ${firstOrder} + n % ${orders}, ${2 * from} + n + 1, ${from} + n + 1,
       1 + n % 10, 'student', '${day}', null, '${day}T' || (10 + n / 3600 % 10) || ':' || (10 + n / 60 % 50) || ':'
       || (10 + n % 50) || '.000Z' from numbers`,
  );
}

function numbered(count: number): string {
  return `with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < ${count - 1})`;
}

function named(table: string, names: readonly string[]): string {
  const rows = names.map((name, place) => `(${place}, '${name}')`);
  return `${table} (place, name) as (values ${rows.join(', ')})`;
}

/** PostgreSQL does not count the numbers that an insert brings along. */
async function continueNumbers(tx: Database): Promise<void> {
  for (const table of ['orders', 'seats', 'trainees', 'assignments']) {
    await tx.raw(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`);
  }
}
