import type { Course } from '../domain/course';
import type { Customer } from '../domain/customer';
import { UserError } from '../domain/errors';
import { isExpired } from '../domain/order';
import { defaultPeriod } from '../domain/period';
import type { Person } from '../domain/person';
import type { Pool } from '../domain/seat';
import type { Day, Now } from '../domain/time';
import type { Database } from '../storage/database';
import { commonTerms } from '../storage/pool-choice';
import { livePools } from '../storage/pools';
import { countUnassigned } from '../storage/seats';
import { searchTrainees } from '../storage/trainees';
import { customerFor, type Hint, openCourse, orderFor, poolsFor } from './access';
import { quotaLeft } from './quota';

export interface AssignmentDraft {
  customer: Customer;
  pool: Pool | undefined;
  course: Course | undefined;
  knowsTrainees: boolean;
  /** What the person may still assign this month; undefined without a quota. */
  allowance: { left: number; quota: number } | undefined;
  start: Day;
  end: Day | undefined;
}

/** What the form to assign starts from; undefined when the person has to choose a customer first. */
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
  const [trainee] = await searchTrainees(db, customer.id, '');
  return { customer, pool, course, knowsTrainees: trainee !== undefined, allowance, ...period };
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
