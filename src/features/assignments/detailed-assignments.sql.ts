import type { Identity } from '../../core/identity';
import { seatReference } from '../../core/reference';
import type { Row } from '../../database/columns';
import type { Database } from '../../database/database';
import { findOrders } from '../orders/orders.sql';
import type { Assignment } from './assignment';
import { ASSIGNMENT_COLUMNS, type AssignmentColumns, assignmentFromRow } from './assignments.sql';
import { ENROLMENT_COLUMNS, type EnrolmentColumns, enrolmentFromRow } from './enrolments.sql';
import { findShownAs } from './open-views.sql';

type AssignmentRow = AssignmentColumns &
  EnrolmentColumns &
  Pick<Row<'assignments'>, 'id' | 'seat_id' | 'order_id' | 'role' | 'end_reason'>;

/** Throws when the assignment does not exist. */
export async function getAssignment(db: Database, id: number): Promise<Assignment> {
  const assignment = await findAssignment(db, id);
  if (!assignment) throw new Error(`There is no assignment ${id}.`);
  return assignment;
}

export async function findAssignment(db: Database, id: number): Promise<Assignment | undefined> {
  const row = await detailed(db).where('assignments.id', id).first();
  return row && fromRow(db, row);
}

/** Includes the external id of the person's live modal. */
export async function getAssignmentFor(db: Database, id: number, to: Identity): Promise<Assignment> {
  return { ...(await getAssignment(db, id)), shownAs: await findShownAs(db, id, to) };
}

/** The current assignment of the seat. */
export async function findAssignmentOfSeat(db: Database, seatId: number): Promise<Assignment | undefined> {
  const row = await detailed(db).where('assignments.seat_id', seatId).whereNull('assignments.ended_at').first();
  return row && fromRow(db, row);
}

function detailed(db: Database) {
  return db('assignments')
    .join('trainees', 'trainees.id', 'assignments.trainee_id')
    .join('courses', 'courses.id', 'assignments.course_id')
    .leftJoin('enrolments', 'enrolments.assignment_id', 'assignments.id')
    .select({ ...ASSIGNMENT_COLUMNS, ...ENROLMENT_COLUMNS, role: 'assignments.role', id: 'assignments.id' })
    .select('seat_id', 'order_id', 'end_reason');
}

async function fromRow(db: Database, row: AssignmentRow): Promise<Assignment> {
  const [order] = await findOrders(db, [row.order_id]);
  if (!order) throw new Error(`Assignment ${row.id} has no order.`);
  return {
    id: row.id,
    seat: seatReference(row.seat_id),
    order,
    role: row.role,
    ...assignmentFromRow(row),
    enrolment: enrolmentFromRow(row),
    ended: row.end_reason ? { reason: row.end_reason } : undefined,
  };
}
