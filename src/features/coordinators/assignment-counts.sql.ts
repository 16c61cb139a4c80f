import type { Identity } from '../../core/identity';
import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';

// Released seats were not used, so these counts exclude them.

/** The customer's seats assigned since then that count against this coordinator's quota. */
export async function countInRightOf(
  db: Database,
  customerId: number,
  { teamId, userId }: Identity,
  since: Instant,
): Promise<number> {
  const row = await db('assignments')
    .where({ customer_id: customerId, quota_team: teamId, quota_user: userId, ended_at: null })
    .where('assigned_at', '>=', since)
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}

/** The same for each coordinator; omits those with none. */
export async function countInRightOfEach(
  db: Database,
  customerId: number,
  since: Instant,
): Promise<(Identity & { count: number })[]> {
  const rows = await db('assignments')
    .where({ customer_id: customerId, ended_at: null })
    .where('assigned_at', '>=', since)
    .whereNotNull('quota_user')
    .groupBy('quota_team', 'quota_user')
    .select({ teamId: 'quota_team', userId: 'quota_user' })
    .count({ count: '*' });
  return rows.map((row) => ({ teamId: row.teamId ?? '', userId: row.userId ?? '', count: Number(row.count) }));
}

export async function countAssignedSince(db: Database, customerId: number, since: Instant): Promise<number> {
  const row = await db('assignments')
    .where({ customer_id: customerId, ended_at: null })
    .where('assigned_at', '>=', since)
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}
