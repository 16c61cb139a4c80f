import { seatReference } from '../../../core/reference';
import type { Nullable, Row } from '../../../database/columns';
import type { Database } from '../../../database/database';
import type { Order } from '../../orders/order';
import { ASSIGNMENT_COLUMNS, type AssignmentColumns, assignmentFromRow } from '../assignments.sql';
import { ENROLMENT_COLUMNS, type EnrolmentColumns, enrolmentFromRow } from '../enrolments.sql';
import type { Seat } from './seat-lists';

/** Seats by number. Reads from the nearer end of the order, of which `total` is the number of seats. */
export async function pageSeats(
  db: Database,
  { id: orderId, seats: total }: Pick<Order, 'id' | 'seats'>,
  { size, offset }: { size: number; offset: number },
): Promise<Seat[]> {
  const fromEnd = offset > total / 2;
  const onPage = Math.min(size, total - offset);
  const numbers = db('seats')
    .where({ order_id: orderId })
    .orderBy('id', fromEnd ? 'desc' : 'asc')
    .limit(onPage)
    .offset(fromEnd ? total - offset - onPage : offset);
  const rows = await db('seats')
    .leftJoin('assignments', (join) => {
      join.on('assignments.seat_id', 'seats.id').andOnNull('assignments.ended_at');
    })
    .leftJoin('trainees', 'trainees.id', 'assignments.trainee_id')
    .leftJoin('courses', 'courses.id', 'assignments.course_id')
    .leftJoin('enrolments', 'enrolments.assignment_id', 'assignments.id')
    .whereIn('seats.id', await numbers.pluck('id'))
    .orderBy('seats.id')
    .select({ ...ASSIGNMENT_COLUMNS, ...ENROLMENT_COLUMNS })
    .select({ seat_id: 'seats.id', state: 'seats.state' });
  return rows.map(fromRow);
}

type SeatColumns = EnrolmentColumns & { seat_id: number; state: Row<'seats'>['state'] };
/** Only an assigned seat has assignment columns. */
type SeatRow = SeatColumns & Nullable<AssignmentColumns>;

function fromRow(row: SeatRow): Seat {
  const reference = seatReference(row.seat_id);
  if (row.state !== 'assigned') return { reference, state: row.state };
  if (!hasAssignment(row)) throw new Error(`Seat ${reference} is assigned to nobody.`);
  return { reference, state: row.state, ...assignmentFromRow(row), enrolment: enrolmentFromRow(row) };
}

function hasAssignment<R extends SeatRow>(row: R): row is R & AssignmentColumns {
  return row.trainee_id !== null;
}
