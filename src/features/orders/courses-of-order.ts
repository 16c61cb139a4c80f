import type { Database } from '../../database/database';
import type { Order, OrderCourses } from './order';
import { coursesOf } from './order-courses.sql';

/** What the seats of an order that the person may see are valid for; undefined for every open course. */
export async function coursesOfOrder(db: Database, order: Order): Promise<OrderCourses | undefined> {
  return (await coursesOf(db, [order])).get(order.id);
}
