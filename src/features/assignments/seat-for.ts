import { UserError } from '../../core/errors';
import { type Act, can, demand } from '../../core/permission';
import type { Person } from '../../core/person';
import { parseSeatReference } from '../../core/reference';
import type { Database } from '../../database/database';
import { inUse } from '../customers/in-use';
import type { Assignment } from './assignment';
import { findAssignmentOfSeat } from './detailed-assignments.sql';

/** Throws UserError unless the person may perform the act. Seats of other customers look unassigned. */
export async function assignmentFor(db: Database, seat: string, person: Person, act: Act): Promise<Assignment> {
  demand(person, 'list');
  const id = parseSeatReference(seat);
  const assignment = id === undefined ? undefined : await findAssignmentOfSeat(db, id);
  if (!assignment) throw new UserError({ code: 'seat.not_assigned', details: { seat } });
  const { order } = assignment;
  const subject = { customerId: order.customer.id, productId: order.product.id };
  if (!can(person, 'list', subject)) throw new UserError({ code: 'seat.not_assigned', details: { seat } });
  demand(person, act, subject);
  inUse(order.customer);
  return assignment;
}
