import type { Identity } from './identity';
import { ROLES, type Role } from './person';
import type { Instant } from './time';

/** Roles from the settings or Slack's user group; these exist independently of roles granted in the app. */
export interface Appointed {
  admins: readonly Identity[];
  sales: readonly Identity[];
  salesFrom: 'settings' | 'user_group';
}

/** A role granted in the app. */
export interface GrantedRole {
  to: Identity;
  role: Role;
  by: Identity;
  at: Instant;
}

/** Whether a person can hold a role: guests, apps and members of other workspaces cannot. */
export type Membership =
  | { kind: 'member'; identity: Identity }
  | { kind: 'stranger' }
  /** Slack did not answer in time. */
  | { kind: 'unknown' };

/** The button value that identifies a granted role. */
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
