import { type Capability, minimalCapabilities } from './capabilities';

/** The site's address in its own answers. Nothing is served there. */
export const siteAddress = 'http://moodle.example.com';

export const EDITING_TEACHER = 3;

interface Role {
  id: number;
  shortname: string;
  /** Empty for the roles that come with Moodle. */
  name: string;
}

/** A Moodle's settings and condition. Each may change at any time. */
export interface Settings {
  /** `upgrade_pending`: the code is newer than the database. */
  condition:
    | 'up'
    | 'down'
    | 'maintenance'
    | 'cli_maintenance'
    | 'database_down'
    | 'upgrade_pending'
    | 'upgrade_running';
  /** The delay before each answer. */
  latencyMs: number;
  canMail: boolean;
  /** True when web services and the REST protocol are on. */
  webServices: boolean;
  token: 'valid' | 'revoked' | 'expired' | 'restricted';
  service: 'enabled' | 'disabled' | 'unauthorised';
  serviceAccount: 'ready' | 'suspended' | 'nologin' | 'policy' | 'password';
  /** True when the service account can do everything, whatever its capabilities. */
  isAdministrator: boolean;
  capabilities: Set<Capability>;
  /** Roles that the service account can assign. */
  assignableRoles: Set<number>;
  roles: Role[];
  /** Functions in the token's service. */
  functions: Set<string>;
  /** True when “Show user identity” includes email. */
  identityShowsEmail: boolean;
  hiddenUserFields: Set<'email' | 'lastaccess'>;
  allowsSameEmail: boolean;
  debug: 'none' | 'normal' | 'developer';
  /** PHP's own default is 1000. */
  maxInputVars: number;
}

export function usualSettings(functions: Iterable<string>): Settings {
  return {
    condition: 'up',
    latencyMs: 0,
    canMail: true,
    webServices: true,
    token: 'valid',
    service: 'enabled',
    serviceAccount: 'ready',
    isAdministrator: false,
    capabilities: new Set(minimalCapabilities),
    assignableRoles: new Set([4, 5]),
    roles: usualRoles(),
    functions: new Set(functions),
    identityShowsEmail: true,
    hiddenUserFields: new Set(),
    allowsSameEmail: false,
    debug: 'none',
    maxInputVars: 1000,
  };
}

function usualRoles(): Role[] {
  return [
    { id: 1, shortname: 'manager', name: '' },
    { id: EDITING_TEACHER, shortname: 'editingteacher', name: '' },
    { id: 4, shortname: 'teacher', name: '' },
    { id: 5, shortname: 'student', name: '' },
  ];
}
