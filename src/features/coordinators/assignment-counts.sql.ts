import type { Identity } from '../../core/identity';
import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';

// Released seats were not used, so these counts exclude them.

/** The customer's seats assigned since then that count against this coordinator's quota, or `most` when more. */
export async function countInRightOf(
  db: Database,
  customerId: number,
  { teamId, userId }: Identity,
  since: Instant,
  most: number,
): Promise<number> {
  const seats = db('assignments')
    .where({ customer_id: customerId, quota_team: teamId, quota_user: userId, ended_at: null })
    .where('assigned_at', '>=', since)
    .limit(most);
  const row = await db(seats.select('id').as('seats')).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}

/** The customer's seats assigned since then, or `most` when there are more. */
export async function countAssignedSince(
  db: Database,
  customerId: number,
  since: Instant,
  most: number,
): Promise<number> {
  const seats = db('assignments')
    .where({ customer_id: customerId, ended_at: null })
    .where('assigned_at', '>=', since)
    .limit(most);
  const row = await db(seats.select('id').as('seats')).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}
