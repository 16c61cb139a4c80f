import type { Knex } from 'knex';
import type { Product } from '../domain/product';
import { foldKey } from '../domain/text';
import type { Database } from './database';

/** Orders of the product that were not cancelled. */
export async function countOrders(db: Database, productId: number): Promise<number> {
  return counted(ordersOf(db, productId));
}

/** Those of them that were sold under other terms than the product has now. */
export async function countEarlierOrders(db: Database, product: Product): Promise<number> {
  const courses = db('product_courses').where({ product_id: product.id }).select('pattern_key');
  const terms = [
    ['pack_size', product.packSize],
    ['role', product.role],
    ['supervisor_role', product.supervisorRole],
    ['coalesce(duration_days, 0)', product.durationDays ?? 0],
    ["coalesce(start_date, '')", product.startDate ?? ''],
    ["coalesce(end_date, '')", product.endDate ?? ''],
    ['(select count(*) from order_courses where order_id = orders.id)', new Set(product.courses.map(foldKey)).size],
  ] as const;
  const query = ordersOf(db, product.id).where((other) => {
    for (const [term, value] of terms) other.orWhereRaw(`${term} <> ?`, [value]);
    other.orWhereExists(db('order_courses').whereRaw('order_id = orders.id').whereNotIn('pattern_key', courses));
  });
  return counted(query);
}

function ordersOf(db: Database, productId: number): Knex.QueryBuilder {
  return db('orders').where({ product_id: productId }).whereNull('cancelled_at');
}

async function counted(query: Knex.QueryBuilder): Promise<number> {
  const [row] = await query.count({ count: '*' });
  return Number(row?.count ?? 0);
}
