import { seatReference } from '../../core/reference';
import type { Row } from '../../database/columns';
import type { Database } from '../../database/database';
import { FAILURE_REASONS, type FailedEnrolment, isMovable } from '../assignments/enrolment';
import type { PoolScope } from '../orders/pools.sql';

/** Newest first. */
export async function failedOfCustomer(db: Database, customerId: number): Promise<FailedEnrolment[]> {
  return (await failedWithin(db, { customerId })).map(fromRow);
}

/** Newest first; of all customers, or within `scope`. */
export async function failedEnrolments(db: Database, most: number, scope?: FailedScope): Promise<FailedEnrolment[]> {
  return (await failedWithin(db, scope).limit(most)).map(fromRow);
}

export async function countFailed(db: Database, scope?: FailedScope): Promise<number> {
  const [row] = await failedWithin(db, scope).clearSelect().clearOrder().count({ count: '*' });
  return Number(row?.count ?? 0);
}

type FailedScope = Pick<PoolScope, 'customerId' | 'products'>;

function failedWithin(db: Database, scope: FailedScope | undefined) {
  const query = failed(db);
  // The plus keeps SQLite from reading all of the customer's assignments, of which few failed.
  if (scope) query.whereRaw('+assignments.customer_id = ?', [scope.customerId]);
  if (scope?.products) query.whereIn('orders.product_id', [...scope.products]);
  return query;
}

function failed(db: Database) {
  return db('enrolments')
    .join('assignments', 'assignments.id', 'enrolments.assignment_id')
    .join('orders', 'orders.id', 'assignments.order_id')
    .join('trainees', 'trainees.id', 'assignments.trainee_id')
    .join('courses', 'courses.id', 'enrolments.course_id')
    .whereRaw("enrolments.state = 'failed'")
    .orderBy('enrolments.assignment_id', 'desc')
    .select('seat_id', 'first_name', 'last_name', 'enrolments.reason', 'waiting_team', 'waiting_user')
    .select('asked_at', 'enrolled_at', 'started_at')
    .select({ course: 'courses.name', product_id: 'orders.product_id' });
}

type FailedRow = Pick<Row<'assignments'>, 'seat_id'> &
  Pick<Row<'trainees'>, 'first_name' | 'last_name'> &
  Pick<Row<'orders'>, 'product_id'> &
  Pick<Row<'enrolments'>, 'reason' | 'asked_at' | 'enrolled_at' | 'started_at' | 'waiting_team' | 'waiting_user'> & {
    course: string;
  };

function fromRow(row: FailedRow): FailedEnrolment {
  const reason = FAILURE_REASONS.find((one) => one === row.reason);
  if (!reason) throw new Error(`The enrolment of seat ${row.seat_id} failed for no reason.`);
  return {
    seat: seatReference(row.seat_id),
    firstName: row.first_name,
    lastName: row.last_name,
    course: row.course,
    productId: row.product_id,
    reason,
    isMovable: isMovable({
      state: 'failed',
      reason,
      askedAt: row.asked_at ?? undefined,
      enrolledAt: row.enrolled_at ?? undefined,
      startedAt: row.started_at ?? undefined,
    }),
    waiting: { teamId: row.waiting_team, userId: row.waiting_user },
  };
}
