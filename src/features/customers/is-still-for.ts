import { isSame } from '../../core/identity';
import type { Day } from '../../core/time';
import type { Database } from '../../database/database';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { findActiveCoordinators } from './active-coordinators.sql';

/** Whether the recipient is still an active coordinator; a removed one gets no more notices about the customer. */
export async function isStillFor(
  { to }: Pick<ClaimedMessage, 'to'>,
  customerId: number,
  day: Day,
  db: Database,
): Promise<boolean> {
  return !to || (await findActiveCoordinators(db, customerId, day)).some((one) => isSame(one, to));
}
