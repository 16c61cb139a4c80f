import type { Coordinator } from '../../core/coordinator';
import type { Identity } from '../../core/identity';
import { chunks } from '../../database/chunks';
import type { Database } from '../../database/database';
import type { CoordinatorRow } from '../../database/tables';
import { columns, fromRow } from './coordinators.sql';

// Batch queries over the coordinators of many customers.

/** Keyed by customer id. */
export async function coordinatorsOfMany(
  db: Database,
  customerIds: readonly number[],
): Promise<Map<number, Coordinator[]>> {
  const found = new Map<number, Coordinator[]>();
  for (const ids of chunks(customerIds)) {
    const limits = await db('coordinator_products').whereIn('customer_id', ids).orderBy('product_id');
    const products = new Map<string, number[]>();
    for (const row of limits) products.set(keyOf(row), [...(products.get(keyOf(row)) ?? []), row.product_id]);
    const rows = await db('coordinators').whereIn('customer_id', ids).orderBy(KEY);
    for (const row of rows) {
      const others = found.get(row.customer_id) ?? [];
      found.set(row.customer_id, [...others, fromRow(row, products.get(keyOf(row)) ?? [])]);
    }
  }
  return found;
}

/** Every coordinator, each with the customer's code. */
export async function allCoordinators(db: Database): Promise<(Coordinator & { customer: string })[]> {
  const customers = await db('customers').orderBy('code').select('id', 'code');
  const coordinators = await coordinatorsOfMany(
    db,
    customers.map(({ id }) => id),
  );
  return customers.flatMap(({ id, code }) => (coordinators.get(id) ?? []).map((one) => ({ ...one, customer: code })));
}

/** Adds coordinators without limits; existing ones keep theirs. */
export async function addCoordinators(
  db: Database,
  coordinators: readonly (Identity & { customerId: number })[],
): Promise<void> {
  const rows = coordinators.map(({ customerId, ...one }) => ({ customer_id: customerId, ...columns(one) }));
  for (const some of chunks(rows)) await db('coordinators').insert(some).onConflict().ignore();
}

/** Upserts; replaces existing limits. Needs unique coordinators. */
export async function saveCoordinators(
  tx: Database,
  coordinators: readonly (Coordinator & { customerId: number })[],
): Promise<void> {
  for (const some of chunks(coordinators)) {
    const rows = some.map(({ customerId, quota, ...one }) => ({
      customer_id: customerId,
      ...columns(one),
      quota: quota ?? null,
    }));
    await tx('coordinators').insert(rows).onConflict(KEY).merge(['quota']);
    await tx('coordinator_products')
      .whereIn(
        KEY,
        rows.map((row) => [row.customer_id, row.team_id, row.user_id]),
      )
      .delete();
  }
  const limits = coordinators.flatMap(({ customerId, products, ...one }) =>
    products.map((id) => ({ customer_id: customerId, ...columns(one), product_id: id })),
  );
  for (const some of chunks(limits)) await tx('coordinator_products').insert(some);
}

const KEY = ['customer_id', 'team_id', 'user_id'] as const;

function keyOf(row: Pick<CoordinatorRow, 'customer_id' | 'team_id' | 'user_id'>): string {
  return `${row.customer_id} ${row.team_id}/${row.user_id}`;
}
