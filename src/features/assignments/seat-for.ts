import { UserError } from '../../core/errors';
import { type Act, can, demand } from '../../core/permission';
import type { Person } from '../../core/person';
import { parseSeatReference } from '../../core/reference';
import type { Database } from '../../database/database';
import { inUse } from '../customers/in-use';
import { type Assignment, assignmentVersion } from './assignment';
import { findAssignment, findAssignmentOfSeat } from './detailed-assignments.sql';

/** The assignment of a seat now, to look at. Throws UserError as `assignmentFor` does. */
export async function assignmentOfSeat(db: Database, seat: string, person: Person): Promise<Assignment> {
  const id = parseSeatReference(seat);
  return allowed(id === undefined ? undefined : await findAssignmentOfSeat(db, id), person, 'list');
}

export interface Shown {
  id: number;
  /** What the person saw of it; undefined where the assignment itself is all that counts. */
  version?: string;
}

/**
 * The assignment that the person saw. Throws UserError unless they may perform the act, and when the seat has been
 * released or given again since, or has another course or period. Seats of other customers look unassigned.
 */
export async function assignmentFor(
  db: Database,
  { id, version }: Shown,
  person: Person,
  act: Act,
): Promise<Assignment> {
  const seen = await assignmentSeen(db, id, person, act);
  const current = await findAssignmentOfSeat(db, parseSeatReference(seen.seat) ?? 0);
  if (!current) throw new UserError(NOT_ASSIGNED);
  const isSame = current.id === id && (version ?? assignmentVersion(current)) === assignmentVersion(current);
  if (isSame) return current;
  throw new UserError({ code: current.trainee.id === seen.trainee.id ? 'seat.changed' : 'seat.reassigned' });
}

/** The same, though the seat may have been released or given again. */
export async function assignmentSeen(db: Database, id: number, person: Person, act: Act): Promise<Assignment> {
  return allowed(await findAssignment(db, id), person, act);
}

const NOT_ASSIGNED = { code: 'seat.not_assigned' } as const;

function allowed(assignment: Assignment | undefined, person: Person, act: Act): Assignment {
  demand(person, 'list');
  if (!assignment) throw new UserError(NOT_ASSIGNED);
  const { order } = assignment;
  const subject = { customerId: order.customer.id, productId: order.product.id };
  if (!can(person, 'list', subject)) throw new UserError(NOT_ASSIGNED);
  demand(person, act, subject);
  inUse(order.customer);
  return assignment;
}
