import { UserError } from '../domain/errors';
import { type Act, can, demand } from '../domain/permission';
import type { Person } from '../domain/person';
import { parseSeatReference } from '../domain/reference';
import type { Assignment } from '../domain/seat';
import type { Database } from '../storage/database';
import { findAssignmentOfSeat } from '../storage/detailed-assignments';
import { inUse } from './access';

/** Who has the seat, if this person may do that with it. A seat of another customer is refused as if it did not exist. */
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
