import { isSame } from '../../core/person';
import type { Day } from '../../core/time';
import type { Database } from '../../database/database';
import type { ClaimedMessage } from '../../outbox/claims';
import { peopleOnDuty } from './on-duty.sql';

/** Whether it is still for whom it was queued: who was removed meanwhile is told nothing about the customer any more. */
export async function isStillFor(
  { to }: Pick<ClaimedMessage, 'to'>,
  customerId: number,
  day: Day,
  db: Database,
): Promise<boolean> {
  return !to || (await peopleOnDuty(db, customerId, day)).some((one) => isSame(one, to));
}
