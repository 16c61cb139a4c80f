import type { Count } from '../../database/columns';
import type { Database } from '../../database/database';
import { covers } from '../../database/search';
import type { Order, OrderCourses } from './order';

const SHOWN = 3;

/** By order id. For orders that the person may see. An order without a restriction, whose seats are valid for every open course, is left out. */
export async function coursesOf(db: Database, orders: readonly Order[]): Promise<ReadonlyMap<number, OrderCourses>> {
  const found = new Map<string, OrderCourses>();
  const courses = new Map<number, OrderCourses>();
  for (const { id, terms } of orders) {
    if (terms.courses.length === 0) continue;
    const restriction = JSON.stringify(terms.courses);
    const known = found.get(restriction) ?? (await coursesOfOne(db, id));
    found.set(restriction, known);
    courses.set(id, known);
  }
  return courses;
}

async function coursesOfOne(db: Database, orderId: number): Promise<OrderCourses> {
  const isCovered = covers('order_courses.pattern_key', 'courses.shortname_key');
  const rows = await db('courses')
    .whereNull('hidden_at')
    .whereRaw(`exists (select 1 from order_courses where order_id = ? and ${isCovered})`, [orderId])
    .orderBy('name')
    .limit(SHOWN)
    .select('name')
    .select<{ total: Count }>(db.raw('count(*) over () as total'));
  return { names: rows.map(({ name }) => name), total: Number(rows[0]?.total ?? 0) };
}
