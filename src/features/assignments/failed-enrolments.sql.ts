import type { Knex } from 'knex';
import { seatReference } from '../../core/reference';
import type { Database } from '../../database/database';
import type { PoolScope } from '../orders/pools.sql';
import { type FailedEnrolment, type FailureReason, isMovable } from './enrolment';

/** A customer's, the newest first. */
export async function failedOfCustomer(db: Database, customerId: number): Promise<FailedEnrolment[]> {
  return (await failed(db).where('assignments.customer_id', customerId)).map(fromRow);
}

/** The newest few of all customers, or of one and those of its products that somebody may see. */
export async function failedEnrolments(db: Database, most: number, scope?: FailedScope): Promise<FailedEnrolment[]> {
  return (await failed(db).modify(within, scope).limit(most)).map(fromRow);
}

export async function countFailed(db: Database, scope?: FailedScope): Promise<number> {
  const [row] = await failed(db).modify(within, scope).clearSelect().clearOrder().count({ count: '*' });
  return Number(row?.count ?? 0);
}

type FailedScope = Pick<PoolScope, 'customerId' | 'products'>;

function within(query: Knex.QueryBuilder, scope: FailedScope | undefined): void {
  if (!scope) return;
  query.where('assignments.customer_id', scope.customerId);
  if (scope.products) query.whereIn('orders.product_id', [...scope.products]);
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

function fromRow(row: {
  seat_id: number;
  first_name: string;
  last_name: string;
  course: string;
  product_id: number;
  reason: FailureReason;
  asked_at: string | null;
  enrolled_at: string | null;
  started_at: string | null;
  waiting_team: string;
  waiting_user: string;
}): FailedEnrolment {
  return {
    seat: seatReference(row.seat_id),
    firstName: row.first_name,
    lastName: row.last_name,
    course: row.course,
    productId: row.product_id,
    reason: row.reason,
    isMovable: isMovable({
      state: 'failed',
      reason: row.reason,
      askedAt: row.asked_at ?? undefined,
      enrolledAt: row.enrolled_at ?? undefined,
      startedAt: row.started_at ?? undefined,
    }),
    waiting: { teamId: row.waiting_team, userId: row.waiting_user },
  };
}
