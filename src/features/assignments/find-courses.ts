import type { Course } from '../../core/course';
import type { Person } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import { customerFor, type Hint, orderFor, poolsFor } from '../orders/find-customer-for';
import { searchAssignableCourses, searchCoursesSoldFor } from './assignable-courses.sql';
import { assignmentSeen } from './seat-for';

/** Exactly the open courses that the pool, or without one any pool of the customer, allows; at most 100. */
export async function findAssignableCourses(
  db: Database,
  hint: Hint,
  search: string,
  by: Person,
  now: Now,
): Promise<Course[]> {
  const customer = await customerFor(db, hint, by, 'assign');
  if (!customer) return [];
  const orderId = hint.pool ? (await orderFor(db, hint.pool, by, 'assign')).id : undefined;
  return searchAssignableCourses(db, { ...poolsFor(by, customer, now), orderId }, search);
}

/** Open courses that the seat's order was sold for, even when the order is used up or expired. */
export async function findCoursesForSeat(
  db: Database,
  assignmentId: number,
  search: string,
  by: Person,
): Promise<Course[]> {
  const { order } = await assignmentSeen(db, assignmentId, by, 'assign');
  return searchCoursesSoldFor(db, order.id, search);
}
