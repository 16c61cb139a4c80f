import type { Identity } from '../../core/identity';
import type { Role } from '../../core/person';
import type { GrantedRole } from '../../core/role';
import type { Database } from '../../database/database';

/** Roles that the person was granted in the app. */
export async function grantedRoles(db: Database, { teamId, userId }: Identity): Promise<Role[]> {
  return db('roles').where({ team_id: teamId, user_id: userId }).pluck('role');
}

/** Everyone who was granted the role in the app. */
export async function peopleGranted(db: Database, role: Role): Promise<Identity[]> {
  const rows = await db('roles').where({ role }).orderBy(['team_id', 'user_id']);
  return rows.map((row) => ({ teamId: row.team_id, userId: row.user_id }));
}

/** All roles granted in the app, oldest first. */
export async function listGranted(db: Database): Promise<GrantedRole[]> {
  const rows = await db('roles').orderBy(['granted_at', 'team_id', 'user_id']);
  return rows.map((row) => ({
    to: { teamId: row.team_id, userId: row.user_id },
    role: row.role,
    by: { teamId: row.granted_by_team, userId: row.granted_by_user },
    at: row.granted_at,
  }));
}

/** Returns false when they already have the role. */
export async function grantRole(tx: Database, { to, role, by, at }: GrantedRole): Promise<boolean> {
  const row = { team_id: to.teamId, user_id: to.userId, role };
  const origin = { granted_at: at, granted_by_team: by.teamId, granted_by_user: by.userId };
  const inserted = await tx('roles')
    .insert({ ...row, ...origin })
    .onConflict()
    .ignore()
    .returning('role');
  return inserted.length > 0;
}

/** Returns false when they do not have the role. */
export async function revokeRole(tx: Database, { teamId, userId }: Identity, role: Role): Promise<boolean> {
  return (await tx('roles').where({ team_id: teamId, user_id: userId, role }).delete()) > 0;
}

/** Blocks concurrent grants and revocations until the transaction ends, so that one administrator always remains. */
export async function lockAdmins(tx: Database): Promise<void> {
  await tx('roles')
    .where({ role: 'admin' })
    .update({ granted_at: tx.ref('granted_at') });
}
