import type { Course } from '../../core/course';
import type { Database } from '../../database/database';
import { covers, MAX_FOUND, matchingWords, orderAllows } from '../../database/search';
import { courseFromRow } from '../courses/courses.sql';
import { livePools, type PoolScope } from '../orders/pools.sql';

/** Exactly the open courses that a live pool in `scope` allows; the first 100 by name. */
export async function searchAssignableCourses(db: Database, scope: PoolScope, search: string): Promise<Course[]> {
  const live = livePools(db, scope).select('orders.id');
  const query = db('courses')
    .whereNull('hidden_at')
    .where((allowed) =>
      allowed
        .whereExists(livePools(db, scope).whereNotExists(db('order_courses').whereRaw('order_id = orders.id')))
        .orWhereExists(
          db('order_courses')
            .whereIn('order_id', live)
            .whereRaw(covers('order_courses.pattern_key', 'courses.shortname_key')),
        ),
    )
    .orderBy(['name', 'id'])
    .limit(MAX_FOUND);
  return (await matchingWords(query, 'search_key', search)).map(courseFromRow);
}

/** A live pool in `scope` allows the course. */
export async function isAssignable(db: Database, scope: PoolScope, course: Course): Promise<boolean> {
  return (await livePools(db, scope).where(orderAllows(db, course)).first('orders.id')) !== undefined;
}

/** Open courses that the order was sold for, whatever the state of its seats; the first 100 by name. */
export async function searchCoursesSoldFor(db: Database, orderId: number, search: string): Promise<Course[]> {
  const patterns = () => db('order_courses').where({ order_id: orderId });
  const query = db('courses')
    .whereNull('hidden_at')
    .where((allowed) =>
      allowed
        .whereNotExists(patterns())
        .orWhereExists(patterns().whereRaw(covers('order_courses.pattern_key', 'courses.shortname_key'))),
    )
    .orderBy(['name', 'id'])
    .limit(MAX_FOUND);
  return (await matchingWords(query, 'search_key', search)).map(courseFromRow);
}
