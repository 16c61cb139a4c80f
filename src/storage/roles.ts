import type { Identity, Role } from '../domain/person';
import type { Database } from './database';

/** Roles that somebody was given in the app. */
export async function grantedRoles(db: Database, { teamId, userId }: Identity): Promise<Role[]> {
  return db('roles').where({ team_id: teamId, user_id: userId }).pluck('role');
}

/** Everybody who was given the role in the app. */
export async function peopleGranted(db: Database, role: Role): Promise<Identity[]> {
  const rows = await db('roles').where({ role }).orderBy(['team_id', 'user_id']);
  return rows.map((row) => ({ teamId: row.team_id, userId: row.user_id }));
}

/** Returns false when they had it already. */
export async function grantRole(tx: Database, { teamId, userId }: Identity, role: Role): Promise<boolean> {
  const row = { team_id: teamId, user_id: userId, role };
  const inserted = await tx('roles').insert(row).onConflict().ignore().returning('role');
  return inserted.length > 0;
}

/** Returns false when they did not have it. */
export async function revokeRole(tx: Database, { teamId, userId }: Identity, role: Role): Promise<boolean> {
  return (await tx('roles').where({ team_id: teamId, user_id: userId, role }).delete()) > 0;
}
