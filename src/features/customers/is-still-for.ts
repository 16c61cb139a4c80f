import { isSame } from '../../core/identity';
import type { Day } from '../../core/time';
import type { Database } from '../../database/database';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { findActiveCoordinators } from './active-coordinators.sql';

/** Whether it is still for whom it was queued: who was removed meanwhile is told nothing about the customer any more. */
export async function isStillFor(
  { to }: Pick<ClaimedMessage, 'to'>,
  customerId: number,
  day: Day,
  db: Database,
): Promise<boolean> {
  return !to || (await findActiveCoordinators(db, customerId, day)).some((one) => isSame(one, to));
}
