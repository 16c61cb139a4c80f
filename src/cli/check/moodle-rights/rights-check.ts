import type { Moodle, MoodleSite } from '../../../moodle/client';
import type { MoodleRoles } from '../../../moodle/moodle-role';
import type { Probe } from '../../../moodle/probe';

/** What is looked at, and what for. */
export interface Setup {
  moodle: Moodle;
  probe: Probe;
  site: MoodleSite;
  roles: MoodleRoles;
  /** Short names of the roles that products give, and orders with seats left. */
  rolesInUse: readonly string[];
}

export function has({ site }: Pick<Setup, 'site'>, fn: { name: string }): boolean {
  return site.functions.includes(fn.name);
}

export function isAbsent(fn: { name: string }): string {
  return `${fn.name} is not in the service`;
}
