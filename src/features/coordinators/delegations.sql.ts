import type { Delegation } from '../../core/coordinator';
import type { Day, Instant } from '../../core/time';
import type { Database } from '../../database/database';
import { inserted } from '../../database/inserted';
import type { DelegationRow } from '../../database/tables';

export async function findDelegation(db: Database, id: number): Promise<Delegation | undefined> {
  const row = await db('delegations').where({ id }).first();
  return row && fromRow(row);
}

/** The customer's open delegations that end on that day or later, earliest first. */
export async function delegationsFrom(db: Database, customerId: number, day: Day): Promise<Delegation[]> {
  const rows = await db('delegations')
    .where({ customer_id: customerId, ended_at: null })
    .where('to_day', '>=', day)
    .orderBy(['from_day', 'id']);
  return rows.map(fromRow);
}

/** Returns the new delegation's id. */
export async function insertDelegation(tx: Database, delegation: Omit<Delegation, 'id' | 'ended'>): Promise<number> {
  const { customerId, of, to, from, until } = delegation;
  const row = {
    customer_id: customerId,
    team_id: of.teamId,
    user_id: of.userId,
    to_team: to.teamId,
    to_user: to.userId,
    from_day: from,
    to_day: until,
  };
  return inserted(await tx('delegations').insert(row).returning('id')).id;
}

/** True for exactly one of several concurrent callers. */
export async function endDelegation(tx: Database, id: number, at: Instant): Promise<boolean> {
  return (await tx('delegations').where({ id, ended_at: null }).update({ ended_at: at })) === 1;
}

function fromRow(row: DelegationRow): Delegation {
  return {
    id: row.id,
    customerId: row.customer_id,
    of: { teamId: row.team_id, userId: row.user_id },
    to: { teamId: row.to_team, userId: row.to_user },
    from: row.from_day,
    until: row.to_day,
    ended: row.ended_at !== null,
  };
}
