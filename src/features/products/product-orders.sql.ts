import { foldKey } from '../../core/text';
import type { Source } from '../../database/columns';
import type { Database } from '../../database/database';
import type { Query } from '../../database/query';
import type { Product } from './product';
import { soldIn } from './product-days';

/** Number of orders of the product that were not cancelled. */
export async function countOrders(db: Database, productId: number): Promise<number> {
  return counted(ordersOf(db, productId));
}

/** Number of these orders whose terms differ from what their customers would get now. */
export async function countEarlierOrders(db: Database, product: Product): Promise<number> {
  const courses = db('product_courses').where({ product_id: product.id }).select('pattern_key');
  const terms = [
    ['pack_size', product.packSize],
    ['role', product.role],
    ['supervisor_role', product.supervisorRole],
    ['coalesce(duration_days, 0)', product.durationDays ?? 0],
    ['(select count(*) from order_courses where order_id = orders.id)', new Set(product.courses.map(foldKey)).size],
  ] as const;
  const days = await daysByZone(db, product);
  const query = ordersOf(db, product.id).where((other) => {
    for (const [term, value] of terms) other.orWhereRaw(`${term} <> ?`, [value]);
    other.orWhereExists(db('order_courses').whereRaw('order_id = orders.id').whereNotIn('pattern_key', courses));
    for (const { zones, start, end } of days) {
      const there = db('customers').whereIn('timezone', zones).select('id');
      const isOther = "(coalesce(start_date, '') <> ? or coalesce(end_date, '') <> ?)";
      other.orWhere((sold) => sold.whereIn('customer_id', there).whereRaw(isOther, [start, end]));
    }
  });
  return counted(query);
}

/** The product's fixed days for each zone of its customers, since an exact moment is not the same day everywhere. */
async function daysByZone(db: Database, product: Product) {
  const buyers = ordersOf(db, product.id).select('customer_id');
  const zones = await db('customers').whereIn('id', buyers).distinct().pluck('timezone');
  const days = new Map<string, { zones: string[]; start: string; end: string }>();
  for (const zone of zones) {
    const { startDate: start = '', endDate: end = '' } = soldIn(zone, product);
    const alike = days.get(`${start}/${end}`)?.zones ?? [];
    days.set(`${start}/${end}`, { zones: [...alike, zone], start, end });
  }
  return [...days.values()];
}

function ordersOf(db: Database, productId: number) {
  return db('orders').where({ product_id: productId }).whereNull('cancelled_at');
}

async function counted(query: Query<Source<'orders'>>): Promise<number> {
  const [row] = await query.count({ count: '*' });
  return Number(row?.count ?? 0);
}
