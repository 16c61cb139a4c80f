import { seatReference } from '../../../core/reference';
import type { Database } from '../../../database/database';
import { matchingWords } from '../../../database/search';
import { ordersIn, type PoolScope } from '../../orders/pools.sql';
import { countSeats } from '../../orders/seat-counts.sql';
import { ASSIGNMENT_COLUMNS, assignmentFromRow } from '../assignments.sql';
import { ENROLMENT_COLUMNS, enrolmentFromRow } from '../enrolments.sql';
import type { AssignedSeat } from './seat-lists';

export async function countAssigned(db: Database, scope: PoolScope): Promise<number> {
  return (await countSeats(db, ordersIn(db, scope))).assigned;
}

/** One page of the customer's assigned seats, sorted by trainee, with the total. Reads them all: only for short lists. */
export async function pageAssigned(
  db: Database,
  scope: PoolScope,
  search: string,
  { size, offset }: { size: number; offset: number },
): Promise<{ seats: AssignedSeat[]; total: number }> {
  const rows = await assigned(db, scope, search)
    .orderBy(['trainees.last_name', 'trainees.first_name', 'assignments.id'])
    .limit(size)
    .offset(offset)
    .select('assignments.id');
  const [row] = await assigned(db, scope, search).count({ count: '*' });
  const ids = rows.map(({ id }) => id);
  return { seats: await findAssignedSeats(db, ids), total: Number(row?.count ?? 0) };
}

function assigned(db: Database, { customerId, products }: PoolScope, search: string) {
  const query = db('assignments')
    .join('trainees', 'trainees.id', 'assignments.trainee_id')
    .where('assignments.customer_id', customerId)
    .whereNull('assignments.ended_at');
  if (products) {
    query.join('orders', 'orders.id', 'assignments.order_id').whereIn('orders.product_id', [...products]);
  }
  return matchingWords(query, 'trainees.search_key', search);
}

/** In the order of `ids`. */
export async function findAssignedSeats(db: Database, ids: readonly number[]): Promise<AssignedSeat[]> {
  const rows = await db('assignments')
    .join('trainees', 'trainees.id', 'assignments.trainee_id')
    .join('courses', 'courses.id', 'assignments.course_id')
    .leftJoin('enrolments', 'enrolments.assignment_id', 'assignments.id')
    .whereIn('assignments.id', [...ids])
    .select({ ...ASSIGNMENT_COLUMNS, ...ENROLMENT_COLUMNS })
    .select('assignments.id', 'assignments.seat_id');
  const seats = new Map(
    rows.map((row) => [
      row.id,
      { reference: seatReference(row.seat_id), ...assignmentFromRow(row), enrolment: enrolmentFromRow(row) },
    ]),
  );
  return ids.flatMap((id) => seats.get(id) ?? []);
}
