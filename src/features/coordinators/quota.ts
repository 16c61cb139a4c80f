import type { Coordinator } from '../../core/coordinator';
import type { Customer } from '../../core/customer';
import { UserError } from '../../core/errors';
import type { Identity } from '../../core/identity';
import type { Person } from '../../core/person';
import { monthStart, type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { countInRightOf } from './assignment-counts.sql';
import { lockCoordinator } from './coordinators.sql';

/** The coordinator whose quota counts: the delegator for a delegate, else the person. */
export function rightOf(by: Person, customer: Customer): Identity {
  return coordinatorOf(by, customer) ?? by;
}

/**
 * Throws UserError when the coordinator's monthly quota is used up; the month is in the customer's time zone and
 * includes delegates' assignments. Holds a lock until the transaction ends, so concurrent calls cannot exceed the
 * quota.
 */
export async function enforceQuota(tx: Database, customer: Customer, by: Person, now: Now): Promise<void> {
  const of = coordinatorOf(by, customer);
  if (of?.quota === undefined) return;
  await lockCoordinator(tx, customer.id, of);
  await quotaLeft(tx, customer, by, now);
}

/** Seats left in the customer's month; undefined without a quota. Throws UserError when none is left. */
export async function quotaLeft(
  db: Database,
  customer: Customer,
  by: Person,
  now: Now,
): Promise<{ left: number; quota: number } | undefined> {
  const of = coordinatorOf(by, customer);
  if (of?.quota === undefined) return undefined;
  const since = toInstant(monthStart(now, customer.timezone));
  const left = of.quota - (await countInRightOf(db, customer.id, of, since, of.quota));
  if (left > 0) return { left, quota: of.quota };
  throw new UserError({ code: 'quota.reached', details: { count: of.quota } });
}

function coordinatorOf(by: Person, { id }: Customer): Coordinator | undefined {
  return by.sales ? undefined : by.coordinates?.get(id);
}
