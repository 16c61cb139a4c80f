import type { Course } from '../../core/course';
import type { Customer } from '../../core/customer';
import { UserError } from '../../core/errors';
import { defaultPeriod } from '../../core/period';
import type { Person } from '../../core/person';
import type { Day, Now } from '../../core/time';
import type { Database } from '../../database/database';
import { quotaLeft } from '../coordinators/quota';
import { findCourse } from '../courses/courses.sql';
import { openCourse } from '../courses/open-course';
import { coursesOfOrder } from '../orders/courses-of-order';
import { customerFor, type Hint, orderFor, poolsFor } from '../orders/find-customer-for';
import { isExpired, type OrderCourses } from '../orders/order';
import type { Pool } from '../orders/pool';
import { commonTerms } from '../orders/pool-choice.sql';
import { livePools } from '../orders/pools.sql';
import { countUnassigned } from '../orders/seats.sql';
import { isAssignable } from './assignable-courses.sql';
import { hasTrainees } from './trainees.sql';

interface AssignmentDraft {
  customer: Customer;
  pool: Pool | undefined;
  /** What the pool is valid for; undefined for every open course. */
  poolCourses: OrderCourses | undefined;
  course: Course | undefined;
  knowsTrainees: boolean;
  /** Monthly quota; undefined when unlimited. */
  allowance: { left: number; quota: number } | undefined;
  start: Day;
  end: Day | undefined;
}

/** Defaults of the assign form. Undefined when the person must choose a customer first. */
export async function prepareAssignment(
  db: Database,
  hint: Hint & { course?: string | undefined },
  by: Person,
  now: Now,
): Promise<AssignmentDraft | undefined> {
  const customer = await customerFor(db, hint, by, 'assign');
  if (!customer) return undefined;
  const pool = hint.pool ? await livePool(db, hint.pool, by, now) : undefined;
  const scope = poolsFor(by, customer, now);
  const { day } = scope;
  const terms = pool?.order.terms ?? (await commonTerms(db, scope));
  const period = terms ? defaultPeriod(terms, day) : { start: day, end: undefined };
  if (!pool && !(await livePools(db, scope).first('orders.id'))) {
    throw new UserError({ code: 'seat.none_at_all', details: { customer: customer.name } });
  }
  const allowance = await quotaLeft(db, customer, by, now);
  const course = hint.course ? await openCourse(db, hint.course) : undefined;
  const knowsTrainees = await hasTrainees(db, customer.id);
  const poolCourses = pool && (await coursesOfOrder(db, pool.order));
  return { customer, pool, poolCourses, course, knowsTrainees, allowance, ...period };
}

/**
 * Where another seat comes from: the order while it has one, else any other order of the customer. The course stays
 * while it can still be assigned there.
 */
export async function anotherSeat(
  db: Database,
  like: { pool: string; course: string },
  by: Person,
  now: Now,
): Promise<{ hint: Hint; course: string | undefined }> {
  const { id, customer } = await orderFor(db, like.pool, by, 'assign');
  const scope = poolsFor(by, customer, now);
  const own = { ...scope, orderId: id };
  const hasSeat = (await livePools(db, own).first('orders.id')) !== undefined;
  const course = await findCourse(db, like.course);
  const stays = course?.open && (await isAssignable(db, hasSeat ? own : scope, course));
  return {
    hint: hasSeat ? { pool: like.pool } : { customer: customer.code },
    course: stays ? course.shortname : undefined,
  };
}

async function livePool(db: Database, reference: string, by: Person, now: Now): Promise<Pool> {
  const order = await orderFor(db, reference, by, 'assign');
  const details = { order: order.reference, day: order.assignBy ?? '', what: order.product.name };
  if (order.cancelled) throw new UserError({ code: 'order.cancelled', field: 'pool', details });
  if (isExpired(order, now)) throw new UserError({ code: 'seat.expired', field: 'pool', details });
  const unassigned = await countUnassigned(db, order.id);
  if (unassigned === 0) throw new UserError({ code: 'seat.none_left', field: 'pool', details });
  return { order, unassigned };
}
