import { isSame } from '../../core/person';
import type { Day } from '../../core/time';
import type { Database } from '../../database/database';
import type { ClaimedMessage } from '../../outbox/claims';
import { peopleOnDuty } from './on-duty.sql';

/** Whether the recipient is still an active coordinator; a removed one gets no more notices about the customer. */
export async function isStillFor(
  { to }: Pick<ClaimedMessage, 'to'>,
  customerId: number,
  day: Day,
  db: Database,
): Promise<boolean> {
  return !to || (await peopleOnDuty(db, customerId, day)).some((one) => isSame(one, to));
}
