import type { Course } from '../../core/course';
import { UserError } from '../../core/errors';
import type { Database } from '../../database/database';
import { countOpenCourses } from '../courses/courses.sql';
import type { Order } from './order';
import { findOrders } from './orders.sql';
import {
  boughtSeatsFor,
  type Candidate,
  firstExpiringPools,
  poolsPastTheirDay,
  withRestrictions,
} from './pool-choice.sql';
import type { PoolScope } from './pools.sql';

/** Of the pools that allow the course: first to expire, then most restricted, then oldest. */
export async function choosePool(db: Database, scope: PoolScope, course: Course): Promise<Order | undefined> {
  const [oldest, ...others] = await firstExpiringPools(db, scope, course);
  if (oldest === undefined) return undefined;
  const best = others.length > 0 ? await mostRestricted(db, [oldest, ...others]) : oldest;
  return (await findOrders(db, [best ?? oldest]))[0];
}

/** Picks the pool with the fewest open courses. `ids` starts with the oldest pool, which wins a tie. */
async function mostRestricted(db: Database, ids: number[]): Promise<number | undefined> {
  const candidates = await withRestrictions(db, ids);
  const oldest = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = JSON.stringify(candidate.courses);
    if (!oldest.has(key)) oldest.set(key, candidate);
  }
  if (oldest.size < 2) return ids[0];
  let best: { candidate: Candidate; breadth: number } | undefined;
  for (const candidate of oldest.values()) {
    const breadth = await countOpenCourses(db, candidate.courses);
    if (!best || breadth < best.breadth) best = { candidate, breadth };
  }
  return best?.candidate.id;
}

/** Always throws UserError: the seats expired, none is left, or the customer never bought seats for the course. */
export async function refuseNoSeat(db: Database, scope: PoolScope, course: Course): Promise<never> {
  const [expired] = await poolsPastTheirDay(db, scope, course);
  if (expired) {
    const { reference, assignBy } = expired;
    throw new UserError({ code: 'seat.expired', field: 'course', details: { order: reference, day: assignBy ?? '' } });
  }
  const code = (await boughtSeatsFor(db, scope, course)) ? 'seat.none_left' : 'course.not_allowed';
  throw new UserError({ code, field: 'course', details: { course: course.name, what: course.name } });
}
