import type { Moodle, MoodleSite } from '../../../moodle/client';
import type { MoodleRoles } from '../../../moodle/moodle-role';
import type { Probe } from '../../../moodle/probe';

/** The Moodle under check, and the roles that the check is about. */
export interface RightsContext {
  moodle: Moodle;
  probe: Probe;
  site: MoodleSite;
  roles: MoodleRoles;
  /** Short names of the roles of products on sale and of orders with seats left. */
  rolesInUse: readonly string[];
}
