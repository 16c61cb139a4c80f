import type { Identity } from './identity';
import { ROLES, type Role } from './person';
import type { Instant } from './time';

/** Who has a role by the settings or by Slack's user group, whatever else was given in the app. */
export interface Appointed {
  admins: readonly Identity[];
  sales: readonly Identity[];
  salesFrom: 'settings' | 'user_group';
}

/** A role that somebody was given in the app. */
export interface GrantedRole {
  to: Identity;
  role: Role;
  by: Identity;
  at: Instant;
}

/** Whether somebody may be given a role: guests, apps and people of other companies may not. */
export type Membership =
  | { kind: 'member'; identity: Identity }
  | { kind: 'stranger' }
  /** Slack did not tell in time. */
  | { kind: 'unknown' };

/** How a role of somebody is called in buttons. */
export function roleKey({ to, role }: Pick<GrantedRole, 'to' | 'role'>): string {
  return `${role}:${to.teamId}/${to.userId}`;
}

export function parseRoleKey(key: string): Pick<GrantedRole, 'to' | 'role'> | undefined {
  const [, name, teamId = '', userId = ''] = /^(\w+):([^/]+)\/([^/]+)$/.exec(key) ?? [];
  const role = parseRole(name);
  return role && { role, to: { teamId, userId } };
}

export function parseRole(name: string | undefined): Role | undefined {
  return ROLES.find((role) => role === name);
}
