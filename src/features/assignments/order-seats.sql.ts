import { seatReference } from '../../core/reference';
import type { Count, Nullable, Row } from '../../database/columns';
import type { Database } from '../../database/database';
import { ASSIGNMENT_COLUMNS, type AssignmentColumns, assignmentFromRow } from './assignments.sql';
import { ENROLMENT_COLUMNS, type EnrolmentColumns, enrolmentFromRow } from './enrolments.sql';
import type { Seat } from './seat-lists';

/** The order's seats by number, with the count of all that are unassigned, from one statement. */
export async function pageSeats(db: Database, orderId: number, page: { size: number; offset: number }) {
  const rows = await db('seats')
    .leftJoin('assignments', (join) => {
      join.on('assignments.seat_id', 'seats.id').andOnNull('assignments.ended_at');
    })
    .leftJoin('trainees', 'trainees.id', 'assignments.trainee_id')
    .leftJoin('courses', 'courses.id', 'assignments.course_id')
    .leftJoin('enrolments', 'enrolments.assignment_id', 'assignments.id')
    .where('seats.order_id', orderId)
    .orderBy('seats.id')
    .limit(page.size)
    .offset(page.offset)
    .select({ ...ASSIGNMENT_COLUMNS, ...ENROLMENT_COLUMNS })
    .select({ seat_id: 'seats.id', state: 'seats.state' })
    .select<{ unassigned: Count }>(
      db.raw("(select count(*) from seats where order_id = ? and state = 'unassigned') as unassigned", [orderId]),
    );
  return { seats: rows.map(fromRow), unassigned: Number(rows[0]?.unassigned ?? 0) };
}

type SeatColumns = EnrolmentColumns & { seat_id: number; state: Row<'seats'>['state'] };
/** Only a seat that is assigned has an assignment in the row. */
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
