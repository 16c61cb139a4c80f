import { isSame } from '../domain/person';
import type { Day } from '../domain/time';
import type { Database } from '../storage/database';
import { peopleOnDuty } from '../storage/on-duty';
import type { Turn } from './attempt';

/** Whether it is still for whom it was queued: who was removed meanwhile is told nothing about the customer any more. */
export async function isStillFor(
  { to }: Pick<Turn, 'to'>,
  customerId: number,
  day: Day,
  db: Database,
): Promise<boolean> {
  return !to || (await peopleOnDuty(db, customerId, day)).some((one) => isSame(one, to));
}
