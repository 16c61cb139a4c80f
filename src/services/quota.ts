import type { Customer } from '../domain/customer';
import { UserError } from '../domain/errors';
import type { Person } from '../domain/person';
import { monthStart, type Now, toInstant } from '../domain/time';
import { countAssignedBy } from '../storage/assignments';
import { lockCoordinator } from '../storage/coordinators';
import type { Database } from '../storage/database';

/**
 * Refuses one seat more than the coordinator may assign in the customer's month; whoever stands in for them has as many of
 * their own. However many are submitted at once, no more get through.
 */
export async function keepToQuota(tx: Database, customer: Customer, by: Person, now: Now): Promise<void> {
  const of = by.sales ? undefined : by.coordinates?.get(customer.id);
  if (of?.quota === undefined) return;
  await lockCoordinator(tx, customer.id, of);
  const since = toInstant(monthStart(now, customer.timezone));
  if ((await countAssignedBy(tx, customer.id, by, since)) < of.quota) return;
  throw new UserError({ code: 'quota.reached', details: { count: of.quota } });
}
