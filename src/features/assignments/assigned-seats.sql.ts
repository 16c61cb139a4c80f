import { seatReference } from '../../core/reference';
import type { Database } from '../../database/database';
import { matchingWords } from '../../database/search';
import type { PoolScope } from '../orders/pools.sql';
import { ASSIGNMENT_COLUMNS, type AssignmentColumns, assignmentFromRow } from './assignments.sql';
import { ENROLMENT_COLUMNS, type EnrolmentColumns, enrolmentFromRow } from './enrolments.sql';
import type { AssignedSeat } from './seat-lists';

type Scope = Pick<PoolScope, 'customerId' | 'products'>;

/** One page of the customer's assigned seats, sorted by trainee, with the total. `products` limits both. */
export async function pageAssigned(
  db: Database,
  scope: Scope,
  search: string,
  { size, offset }: { size: number; offset: number },
): Promise<{ seats: AssignedSeat[]; total: number }> {
  const rows = await assigned(db, scope, search)
    .join('courses', 'courses.id', 'assignments.course_id')
    .leftJoin('enrolments', 'enrolments.assignment_id', 'assignments.id')
    .orderBy(['trainees.last_name', 'trainees.first_name', 'assignments.id'])
    .limit(size)
    .offset(offset)
    .select({ ...ASSIGNMENT_COLUMNS, ...ENROLMENT_COLUMNS })
    .select('assignments.seat_id');
  const [row] = await assigned(db, scope, search).count({ count: '*' });
  return { seats: rows.map(fromRow), total: Number(row?.count ?? 0) };
}

function assigned(db: Database, { customerId, products }: Scope, search: string) {
  const query = db('assignments')
    .join('trainees', 'trainees.id', 'assignments.trainee_id')
    .where('assignments.customer_id', customerId)
    .whereNull('assignments.ended_at');
  if (products) {
    query.join('orders', 'orders.id', 'assignments.order_id').whereIn('orders.product_id', [...products]);
  }
  return matchingWords(query, 'trainees.search_key', search);
}

function fromRow(row: AssignmentColumns & EnrolmentColumns & { seat_id: number }): AssignedSeat {
  return { reference: seatReference(row.seat_id), ...assignmentFromRow(row), enrolment: enrolmentFromRow(row) };
}
